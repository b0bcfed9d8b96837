using System.Collections.Immutable;

namespace Conduit.Proxy.Forwarding;

/// <summary>A direction's listeners.</summary>
internal interface IListenerSource
{
    ImmutableArray<ListenerModel> Listeners { get; }
}
