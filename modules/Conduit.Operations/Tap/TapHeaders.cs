using System.Collections.Immutable;

namespace Conduit.Operations.Tap;

/// <summary>What the proxy showed of the headers of a request or a response.</summary>
/// <param name="Shown">In their order.</param>
/// <param name="LeftOut">How many there were besides, because an event has a bounded size.</param>
public sealed record TapHeaders(ImmutableArray<TapHeader> Shown, int LeftOut)
{
    public static TapHeaders None { get; } = new([], 0);
}
