using System.Diagnostics.CodeAnalysis;

namespace Conduit.Model.Addresses;

/// <summary>The ports from <paramref name="First"/> to <paramref name="Last"/>, both included; written <c>80</c> or <c>8000-8010</c>.</summary>
public readonly record struct PortRange(Port First, Port Last)
{
    public bool Contains(Port port) => port >= First && port <= Last;

    public static bool TryParse([NotNullWhen(true)] string? text, out PortRange range)
    {
        range = default;
        var parts = (text ?? "").Trim().Split('-');

        if (parts.Length > 2 || !Port.TryParse(parts[0].Trim(), out var first) || !Port.TryParse(parts[^1].Trim(), out var last) || last < first)
        {
            return false;
        }

        range = new PortRange(first, last);
        return true;
    }

    public override string ToString() => First == Last ? First.ToString() : $"{First}-{Last}";
}
