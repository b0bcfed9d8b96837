using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Conduit.Model.Quantities;

/// <summary>An amount of CPU or memory as Kubernetes writes it, such as <c>100m</c> or <c>64Mi</c>. Never negative.</summary>
public readonly partial record struct Quantity : IComparable<Quantity>
{
    private Quantity(string text, double amount)
    {
        Text = text;
        Amount = amount;
    }

    /// <summary>As it was written.</summary>
    public string Text { get; }

    /// <summary>In base units: cores, or bytes.</summary>
    public double Amount { get; }

    public static bool operator <(Quantity left, Quantity right) => left.CompareTo(right) < 0;

    public static bool operator >(Quantity left, Quantity right) => left.CompareTo(right) > 0;

    public static bool operator <=(Quantity left, Quantity right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Quantity left, Quantity right) => left.CompareTo(right) >= 0;

    public static bool TryParse([NotNullWhen(true)] string? text, out Quantity quantity)
    {
        quantity = default;
        var match = Form().Match(text ?? "");

        if (!match.Success)
        {
            return false;
        }

        var number = double.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture);
        var exponent = match.Groups["exponent"];
        var scale = exponent.Success
            ? Math.Pow(10, int.Parse(exponent.Value, CultureInfo.InvariantCulture))
            : ScaleOf(match.Groups["suffix"].Value);
        quantity = new Quantity(match.Value, number * scale);
        return true;
    }

    public int CompareTo(Quantity other) => Amount.CompareTo(other.Amount);

    public override string ToString() => Text;

    private static double ScaleOf(string suffix) => suffix switch
    {
        "" => 1,
        "m" => 1e-3,
        [var unit, 'i'] => Math.Pow(1024, 1 + "KMGTPE".IndexOf(unit, StringComparison.Ordinal)),
        _ => Math.Pow(1000, 1 + "kMGTPE".IndexOf(suffix, StringComparison.Ordinal)),
    };

    [GeneratedRegex(
        @"^(?<number>[0-9]+(?:\.[0-9]+)?)(?:(?<suffix>m|k|[MGTPE]|[KMGTPE]i)|[eE](?<exponent>[+-]?[0-9]{1,2}))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
