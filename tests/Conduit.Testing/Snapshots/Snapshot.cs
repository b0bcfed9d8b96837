using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Xunit;

namespace Conduit.Testing.Snapshots;

/// <summary>
/// Compares a value with the text recorded beside the test, in <c>Class.Method[_parameters].verified.ext</c>. A difference writes
/// <c>.received.ext</c> next to it and fails. <c>CONDUIT_ACCEPT_SNAPSHOTS=1</c> records what was received instead; never on CI.
/// </summary>
public static partial class Snapshot
{
    /// <param name="actual">What the code under test produced.</param>
    /// <param name="extension">The kind of text: <c>txt</c>, <c>yml</c> or <c>json</c>.</param>
    /// <param name="parameters">What tells the cases of a theory apart, as <c>name=value</c>; part of the file's name.</param>
    /// <param name="method">Filled in by the compiler.</param>
    /// <param name="sourceFile">Filled in by the compiler.</param>
    public static void Match(
        string actual,
        string extension = "txt",
        string? parameters = null,
        [CallerMemberName] string method = "",
        [CallerFilePath] string sourceFile = "")
    {
        var name = $"{Path.GetFileNameWithoutExtension(sourceFile)}.{method}{(parameters is null ? "" : "_" + Unsafe().Replace(parameters, "-"))}";
        var stem = Path.Combine(Path.GetDirectoryName(sourceFile)!, name);
        Match(actual, verified: $"{stem}.verified.{extension}", received: $"{stem}.received.{extension}");
    }

    /// <summary>The same for a file that is not a test's but the product's, and is made of other parts of it.</summary>
    /// <param name="actual">What it should hold.</param>
    /// <param name="path">The file.</param>
    public static void MatchFile(string actual, string path) =>
        Match(actual, verified: path, received: Path.ChangeExtension(path, $".received{Path.GetExtension(path)}"));

    private static void Match(string actual, string verified, string received)
    {
        var expected = File.Exists(verified) ? File.ReadAllText(verified) : null;

        if (expected is not null && Normalize(expected) == Normalize(actual))
        {
            File.Delete(received);
            return;
        }

        if (Accepting())
        {
            File.WriteAllText(verified, Normalize(actual) + "\n");
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, Normalize(actual) + "\n");
        Assert.Fail(expected is null
            ? $"No snapshot is recorded as {Path.GetFileName(verified)}. Received:\n{actual}"
            : $"{Path.GetFileName(verified)} differs.\n{LineDiff.Between(Normalize(expected), Normalize(actual))}");
    }

    // Git may check texts out with other line ends, and editors add a final one; neither is what a snapshot is about.
    private static string Normalize(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n');

    private static bool Accepting()
    {
        var accepting = Environment.GetEnvironmentVariable("CONDUIT_ACCEPT_SNAPSHOTS") == "1";
        var onCi = Environment.GetEnvironmentVariable("CI") is not (null or "" or "false");
        return accepting && !onCi;
    }

    [GeneratedRegex(@"[^A-Za-z0-9=._-]+")]
    private static partial Regex Unsafe();
}
