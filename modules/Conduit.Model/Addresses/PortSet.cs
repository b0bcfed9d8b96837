using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Conduit.Model.Addresses;

/// <summary>Ports and port ranges in the order in which they were given; written <c>25,3306,8000-8010</c>. Empty by default.</summary>
public sealed class PortSet : IEquatable<PortSet>
{
    private PortSet(ImmutableArray<PortRange> ranges) => Ranges = ranges;

    public static PortSet Empty { get; } = new([]);

    public ImmutableArray<PortRange> Ranges { get; }

    public bool IsEmpty => Ranges.IsEmpty;

    public static PortSet Of(params IEnumerable<PortRange> ranges) => new([.. ranges.Distinct()]);

    /// <summary>Reads a comma-separated list; empty text is the empty set.</summary>
    /// <param name="text">The list.</param>
    /// <param name="ports">The ports, or the empty set on failure.</param>
    /// <param name="fault">The first part that is no port and no range.</param>
    public static bool TryParse(string? text, out PortSet ports, [NotNullWhen(false)] out string? fault)
    {
        var ranges = ImmutableArray.CreateBuilder<PortRange>();
        ports = Empty;
        fault = null;

        foreach (var part in (text ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!PortRange.TryParse(part, out var range))
            {
                fault = part;
                return false;
            }

            ranges.Add(range);
        }

        ports = Of(ranges);
        return true;
    }

    public bool Contains(Port port) => Ranges.Any(range => range.Contains(port));

    public PortSet Union(PortSet other) => Of([.. Ranges, .. other.Ranges]);

    public bool Equals(PortSet? other) => other is not null && Ranges.SequenceEqual(other.Ranges);

    public override bool Equals(object? obj) => Equals(obj as PortSet);

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    public override string ToString() => string.Join(',', Ranges);
}
