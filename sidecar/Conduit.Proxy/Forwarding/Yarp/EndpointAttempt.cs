using Conduit.Proxy.Balancing;
using Microsoft.AspNetCore.Http;
using Yarp.ReverseProxy.Forwarder;
using Endpoint = Conduit.Proxy.Balancing.Endpoint;

namespace Conduit.Proxy.Forwarding.Yarp;

/// <summary>Passes a request on to one endpoint.</summary>
internal sealed class EndpointAttempt(IHttpForwarder forwarder, UpstreamClients clients, TimeProvider time)
{
    /// <summary>Null when the exchange is over and nothing is left to answer.</summary>
    public async Task<UpstreamFailure?> MakeAsync(HttpContext context, Exchange exchange, IRoute route, Endpoint endpoint)
    {
        // An earlier attempt has left its mark, which the forwarder would take for an answer.
        context.Response.StatusCode = StatusCodes.Status200OK;
        context.Features.Set<IForwarderErrorFeature>(null);
        using var lease = new EndpointLease(time);
        lease.Begin(endpoint);
        var error = await forwarder.SendAsync(
            context,
            $"http://{endpoint.Address}",
            clients[exchange.Direction],
            ForwarderConfigs.For(context.Request.Protocol),
            new ExchangeTransformer(exchange, lease, route.Authority),
            context.RequestAborted);

        // A tunnel ends when one side leaves, and which words it does that in is between the two.
        if (error == ForwarderError.None || exchange.IsEnded || exchange.Status == StatusCodes.Status101SwitchingProtocols)
        {
            exchange.Ended();
            return null;
        }

        var failure = UpstreamFailure.Of(context.Features.Get<IForwarderErrorFeature>());

        if (failure.IsOfEndpoint)
        {
            lease.Failed();
        }

        return failure;
    }
}
