using System.Collections.Immutable;

namespace Conduit.Proxy.Forwarding;

/// <summary>What a tap may show of a head.</summary>
/// <param name="Headers">In their order.</param>
/// <param name="LeftOut">How many there were besides.</param>
internal sealed record SeenHeaders(ImmutableArray<SeenHeader> Headers, int LeftOut)
{
    public static SeenHeaders None { get; } = new([], 0);
}
