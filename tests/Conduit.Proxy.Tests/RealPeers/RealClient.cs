using System.Diagnostics;
using Conduit.Testing.Time;

namespace Conduit.Proxy.Tests.RealPeers;

/// <summary>A real client as a process of its own.</summary>
internal static class RealClient
{
    // A load or 100 MB may take their time on a busy machine.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    /// <summary>Runs it to its end and gives what it wrote.</summary>
    public static async Task<string> AskAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;

        try
        {
            var texts = await Eventually.Ends(
                Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync()), Limit, $"{program} ends");
            await Eventually.Ends(process.WaitForExitAsync(), Limit, $"{program} ends");
            Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {string.Join('\n', texts)}");
            return texts[0].Trim();
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }
}
