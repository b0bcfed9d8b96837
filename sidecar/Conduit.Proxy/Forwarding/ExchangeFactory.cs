using System.Collections.Immutable;
using System.Net;

namespace Conduit.Proxy.Forwarding;

/// <summary>Makes exchanges that report to every sink.</summary>
internal sealed class ExchangeFactory(IEnumerable<IExchangeSink> sinks, TimeProvider time)
{
    private readonly ImmutableArray<IExchangeSink> _sinks = [.. sinks];

    /// <summary>One that has yet to begin.</summary>
    /// <param name="clock">Measures it.</param>
    public Exchange Create(TimeProvider clock) => new(_sinks, clock);

    public Exchange Begin(Direction direction, in RequestHead head, IPEndPoint source) => Create(time).Begin(direction, head, source);
}
