using System.Globalization;

namespace Conduit.Operations.Tap;

/// <param name="Base">The proxy, within one tap.</param>
/// <param name="Stream">The request, within the proxy.</param>
public readonly record struct TapStreamId(uint Base, ulong Stream)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Base}:{Stream}");
}
