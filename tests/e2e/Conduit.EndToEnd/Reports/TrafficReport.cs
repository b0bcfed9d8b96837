using System.Globalization;
using System.Text;
using Conduit.Testing.Repository;

namespace Conduit.EndToEnd.Reports;

/// <summary>The table of steps, written anew to artifacts/e2e/traffic.md after each.</summary>
internal sealed class TrafficReport
{
    private readonly List<TrafficStep> _steps = [];

    public async Task AddAsync(TrafficStep step)
    {
        _steps.Add(step);
        var folder = Directory.CreateDirectory(RepositoryFiles.At("artifacts", "e2e"));
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "traffic.md"), ToString());
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        text.AppendLine("| step | took | caller | calls | per second | failed | longest silence | failures and why |");
        text.AppendLine("|---|---|---|---|---|---|---|---|");

        foreach (var step in _steps)
        {
            text.AppendLine(string.Create(CultureInfo.InvariantCulture,
                $"| {step.Name} | {step.Took.TotalSeconds:0.0} s | {step.Caller} | {step.Counts.All} | {step.Counts.All / step.Counted.TotalSeconds:0} | {step.Counts.Failed} | {step.Counts.LongestSilenceMilliseconds} ms | {Failures(step)} |"));
        }

        return text.ToString();
    }

    private static string Failures(TrafficStep step) => string.Join("; ", step.Counts.Failures.Select(failure =>
        $"{failure.Value} × {failure.Key}: {step.Reasons.Explain(failure.Key) ?? "UNEXPLAINED"}"));
}
