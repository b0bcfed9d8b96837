using System.Globalization;
using Conduit.Operations.Dev.Processes;

namespace Conduit.Operations.Dev.Running;

/// <summary>How a process ended.</summary>
/// <param name="Succeeded">It did what it had to do.</param>
/// <param name="Reason">In words, as in <c>exited with 137</c>.</param>
internal sealed record ProcessEnding(bool Succeeded, string Reason)
{
    public static ProcessEnding Of(int exitCode) => new(exitCode == 0, string.Create(CultureInfo.InvariantCulture, $"exited with {exitCode}"));

    public static ProcessEnding NotStarted(ProcessStartException failure) => new(Succeeded: false, failure.Message);
}
