using Conduit.Model.Quantities;
using Conduit.Model.Resources;
using Conduit.Operations.Tap;

namespace Conduit.PowerShell.Views;

/// <summary>Texts of table cells, for the module's format file: as the command line writes them.</summary>
public static class Cell
{
    private const string None = "-";

    /// <param name="rate">0 to 1; NaN for none.</param>
    public static string SuccessRate(double rate) => double.IsNaN(rate) ? None : QuantityText.SuccessRate(rate);

    /// <param name="rps">Requests per second.</param>
    /// <param name="successRate">NaN when there was no traffic.</param>
    public static string Rps(double rps, double successRate) => double.IsNaN(successRate) ? None : QuantityText.Rps(rps);

    /// <param name="share">0 to 1; NaN for none.</param>
    public static string WholePercent(double share) => double.IsNaN(share) ? None : QuantityText.WholePercent(share);

    public static string WholeMilliseconds(TimeSpan? latency) => latency is { } known ? QuantityText.WholeMilliseconds(known) : None;

    public static string Latency(TimeSpan latency) => QuantityText.Latency(latency);

    public static string Age(TimeSpan? age) => age is { } known ? QuantityText.Age(known) : None;

    public static string Text(string? text) => string.IsNullOrEmpty(text) ? None : text;

    public static string YesNo(bool value) => value ? "true" : "false";

    /// <summary>Such as <c>1/2</c>; a dash where nothing can be counted.</summary>
    public static string Part(int? part, int? whole) => whole is null ? None : FormattableString.Invariant($"{part}/{whole}");

    /// <summary>A name with its kind's short form, such as <c>deploy/web</c>.</summary>
    public static string Named(string kind, string name) =>
        ResourceKindNames.TryParse(kind, out var known) ? $"{ResourceKindNames.Abbreviation(known)}/{name}" : $"{kind}/{name}";

    /// <summary>Which side of its pod a proxy saw something on.</summary>
    public static string Side(string direction) => direction == nameof(TapDirection.Inbound) ? "in" : "out";
}
