using Conduit.Proxy.Forwarding;

namespace Conduit.Proxy.Telemetry;

/// <summary>Counts every exchange: the request when it starts, the response when it is over.</summary>
internal sealed class HttpTelemetry(HttpSeriesTable table) : IExchangeSink
{
    public bool WantsHeaders => false;

    public void Started(Exchange exchange) => SeriesOf(exchange).CountRequest();

    public void Responded(Exchange exchange)
    {
        // Latency is recorded with the outcome, which is only known at the end.
    }

    public void Ended(Exchange exchange) => SeriesOf(exchange).Response(Classification.Of(exchange)).Record(exchange.Latency);

    private RequestSeries SeriesOf(Exchange exchange) => exchange.Series = table.Get(
        new RequestKey(exchange.Direction, exchange.Head.Authority, exchange.Labels, exchange.Head.IsProbe), exchange.Series, exchange.SteppedAt);
}
