using System.Globalization;
using Conduit.Model.Quantities;

namespace Conduit.Cli.Output.Tables;

/// <summary>How numbers and times look in a table.</summary>
internal static class CellText
{
    private const double Healthy = 0.99;
    private const double Ailing = 0.9;

    /// <param name="rate">0 to 1.</param>
    public static Cell SuccessRate(double rate) => new(
        QuantityText.SuccessRate(rate),
        rate >= Healthy ? Tone.Plain : rate >= Ailing ? Tone.Doubtful : Tone.Bad);

    public static Cell Rps(double rps) => QuantityText.Rps(rps);

    public static Cell WholeMilliseconds(TimeSpan latency) => QuantityText.WholeMilliseconds(latency);

    /// <param name="share">0 to 1.</param>
    public static Cell WholePercent(double share) => QuantityText.WholePercent(share);

    public static Cell Latency(TimeSpan latency) => QuantityText.Latency(latency);

    public static Cell Age(TimeSpan age) => QuantityText.Age(age);

    public static Cell Count(long count) => count.ToString(CultureInfo.InvariantCulture);

    public static Cell YesNo(bool value) => value ? "true" : "false";
}
