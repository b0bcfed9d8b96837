using Conduit.Operations.Check;

namespace Conduit.Cli.Output;

/// <summary>Checks as lines for people: what was checked, dots, and how it went; below it what to do.</summary>
internal sealed class CheckText(Palette palette)
{
    // With [ok] behind it that makes 79 columns.
    private const int WordColumn = 75;

    public IEnumerable<string> Lines(CheckResult result)
    {
        var label = $"{result.Subsystem}: {result.Description}";
        var reason = result.Reason is null ? "" : $"  -- {result.Reason}";
        var dots = new string('.', Math.Max(1, WordColumn - label.Length));
        yield return $"{label}{dots}{Word(result.Status)}{reason}";

        foreach (var line in result.Remedy?.Split('\n') ?? [])
        {
            yield return $"    {line}";
        }
    }

    public string Summary(CheckStatus worst) => $"Status check results are {Word(worst)}";

    private string Word(CheckStatus status) => status switch
    {
        CheckStatus.Ok => palette.Green("[ok]"),
        CheckStatus.Fail => palette.Red("[FAIL]"),
        _ => palette.Red("[ERROR]"),
    };
}
