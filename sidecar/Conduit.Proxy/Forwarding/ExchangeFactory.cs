using System.Collections.Immutable;
using System.Net;

namespace Conduit.Proxy.Forwarding;

/// <summary>Begins exchanges that report to every sink.</summary>
internal sealed class ExchangeFactory(IEnumerable<IExchangeSink> sinks, TimeProvider time)
{
    private readonly ImmutableArray<IExchangeSink> _sinks = [.. sinks];

    public Exchange Begin(Direction direction, RequestHead head, IPEndPoint source) => new(_sinks, time, direction, head, source);
}
