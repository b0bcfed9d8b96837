using System.Globalization;

namespace Conduit.StartUp;

/// <summary>The medians as a Markdown table; the first program is what the others are held against.</summary>
internal static class StartTable
{
    public static IEnumerable<string> Of(IReadOnlyList<ProgramStart> programs)
    {
        var baseline = programs[0].Median;
        yield return "| program | start to end, ms | × hello world | CPU, ms | × hello world |";
        yield return "|---|---|---|---|---|";

        foreach (var program in programs)
        {
            var median = program.Median;
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"| {program.Name} | {median.Wall.TotalMilliseconds:0} | {median.Wall / baseline.Wall:0.00} | {median.Cpu.TotalMilliseconds:0} | {median.Cpu / baseline.Cpu:0.00} |");
        }
    }
}
