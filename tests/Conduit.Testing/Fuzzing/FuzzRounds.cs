using System.Globalization;

namespace Conduit.Testing.Fuzzing;

/// <summary>How long fuzz tests go on: a moment by default, and for as long as <c>CONDUIT_FUZZ_ROUNDS</c> asks.</summary>
public static class FuzzRounds
{
    /// <param name="byDefault">What takes no more than a second.</param>
    /// <param name="cost">How many times dearer a round is than one of a parser's.</param>
    public static int Count(int byDefault, int cost = 1) =>
        int.TryParse(Environment.GetEnvironmentVariable("CONDUIT_FUZZ_ROUNDS"), CultureInfo.InvariantCulture, out var wanted)
            ? Math.Max(byDefault, wanted / cost)
            : byDefault;
}
