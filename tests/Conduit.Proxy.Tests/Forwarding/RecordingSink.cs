using Conduit.Proxy.Forwarding;

namespace Conduit.Proxy.Tests.Forwarding;

internal sealed class RecordingSink : IExchangeSink
{
    public List<string> Steps { get; } = [];

    public bool WantsHeaders { get; init; }

    public void Started(Exchange exchange) => Steps.Add($"started {exchange.Destination}");

    public void Responded(Exchange exchange) => Steps.Add($"responded {exchange.Status}");

    public void Ended(Exchange exchange) => Steps.Add($"ended {exchange.Status} {exchange.GrpcStatus} {exchange.ResetCode} {exchange.Destination}");
}
