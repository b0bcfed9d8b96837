using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Conduit.Model.Addresses;

/// <summary>A TCP port, 1 to 65535.</summary>
public readonly record struct Port : IComparable<Port>
{
    public Port(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, ushort.MaxValue);
        Number = (ushort)number;
    }

    public ushort Number { get; }

    public static bool operator <(Port left, Port right) => left.Number < right.Number;

    public static bool operator >(Port left, Port right) => left.Number > right.Number;

    public static bool operator <=(Port left, Port right) => left.Number <= right.Number;

    public static bool operator >=(Port left, Port right) => left.Number >= right.Number;

    public static bool TryParse([NotNullWhen(true)] string? text, out Port port)
    {
        var valid = ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0;
        port = valid ? new Port(number) : default;
        return valid;
    }

    public int CompareTo(Port other) => Number.CompareTo(other.Number);

    public override string ToString() => Number.ToString(CultureInfo.InvariantCulture);
}
