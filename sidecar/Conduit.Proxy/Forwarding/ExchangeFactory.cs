using System.Collections.Immutable;
using System.Net;

namespace Conduit.Proxy.Forwarding;

/// <summary>Makes exchanges that report to every sink.</summary>
internal sealed class ExchangeFactory(IEnumerable<IExchangeSink> sinks, TimeProvider time)
{
    private readonly ImmutableArray<IExchangeSink> _sinks = [.. sinks];

    /// <summary>One that has yet to begin.</summary>
    public Exchange Create() => new(_sinks, time);

    public Exchange Begin(Direction direction, in RequestHead head, IPEndPoint source) => Create().Begin(direction, head, source);
}
