using Conduit.Model.Durations;
using Google.Protobuf.WellKnownTypes;

namespace Conduit.Operations.Stat;

/// <summary>The time that numbers cover: what was asked, or less where the controller does not hold that much.</summary>
internal static class HeldWindow
{
    public static TimeSpan Of(Duration? actual, TimeSpan asked) =>
        actual?.ToTimeSpan() is { } known && known > TimeSpan.Zero ? known : asked;

    /// <summary>What to tell a person about it; nothing where it is as asked.</summary>
    public static IEnumerable<string> NotesOn(TimeSpan asked, IEnumerable<TimeSpan> windows)
    {
        var actual = windows.DefaultIfEmpty(asked).Min();

        if (asked - actual >= TimeSpan.FromSeconds(1))
        {
            var held = TimeSpan.FromSeconds(Math.Round(actual.TotalSeconds));
            yield return $"the controller holds the last {GoDuration.Format(held)}, so the numbers cover that in place of {GoDuration.Format(asked)}";
        }
    }
}
