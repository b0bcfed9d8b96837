namespace Conduit.Testing.Snapshots;

/// <summary>Shows where two texts part: lines around the first difference.</summary>
internal static class LineDiff
{
    private const int Context = 3;
    private const int Shown = 12;

    public static string Between(string expected, string actual)
    {
        var was = expected.Split('\n');
        var now = actual.Split('\n');
        var first = was.Zip(now).TakeWhile(pair => pair.First == pair.Second).Count();
        var start = Math.Max(0, first - Context);

        return string.Join('\n',
        [
            $"first difference in line {first + 1}:",
            .. was.Skip(start).Take(first - start).Select(line => "  " + line),
            .. was.Skip(first).Take(Shown).Select(line => "- " + line),
            .. now.Skip(first).Take(Shown).Select(line => "+ " + line),
        ]);
    }
}
