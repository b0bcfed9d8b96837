using System.Text.Json.Nodes;
using Conduit.Operations.Check;

namespace Conduit.Cli.Output.Documents;

/// <summary>One object per check.</summary>
internal static class CheckDocument
{
    public static JsonArray Of(IEnumerable<CheckResult> results) => new([.. results.Select(Check)]);

    private static JsonObject Check(CheckResult result) => new()
    {
        ["subsystem"] = result.Subsystem,
        ["description"] = result.Description,
        ["status"] = result.Status.ToString().ToLowerInvariant(),
        ["reason"] = result.Reason,
        ["remedy"] = result.Remedy,
    };
}
