using System.Collections.Immutable;
using Conduit.Model.Failures;
using Conduit.Proxy.Http2.Frames;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Endpoint = Conduit.Proxy.Balancing.Endpoint;

namespace Conduit.Proxy.Forwarding.Yarp;

/// <summary>Takes a request from Kestrel to an endpoint, to another one when the first cannot be reached, and answers it when none can.</summary>
internal sealed class RequestForwarder(
    ExchangeFactory exchanges, EndpointAttempt attempt, OwnAnswer answer, BoundAddresses own, ILogger<RequestForwarder> logger)
{
    private const int MostAttempts = 3;

    public async Task ForwardAsync(HttpContext context)
    {
        var connection = context.Features.GetRequiredFeature<DetectedConnection>();
        var result = connection.Listener.Routes.Resolve(connection.OriginalDestination, context.Request.Host.Value);
        var exchange = exchanges.Begin(connection.Listener.Direction, RequestHeads.Of(context, connection, result.Route?.Authority), connection.Source);

        if (exchange.ShowsHeaders)
        {
            exchange.RequestHeaders = KestrelHeaders.Seen(context.Request.Headers);
        }

        try
        {
            await (result.IsFound ? SendAsync(context, exchange, result.Route) : answer.WriteAsync(context, exchange, result.Error));
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client went away while an endpoint was awaited.
            exchange.Reset(Http2Error.Cancel);
        }
    }

    private async Task SendAsync(HttpContext context, Exchange exchange, IRoute route)
    {
        var reset = HeldReset.Hold(context);
        var tried = ImmutableArray<Endpoint>.Empty;

        while (await ChooseAsync(context, exchange, route, tried) is { } endpoint)
        {
            if (await attempt.MakeAsync(context, exchange, route, endpoint) is not { } failure)
            {
                return;
            }

            tried = tried.Add(endpoint);

            if (IsFinal(context, exchange, failure, tried.Length))
            {
                await GiveUpAsync(context, exchange, route.ConnectError, failure, reset);
                return;
            }

            ForwardingLog.TryingElsewhere(logger, exchange.Source, endpoint.Address, failure.Cause);
        }
    }

    /// <summary>Null when there is none, and the request is answered.</summary>
    private async Task<Endpoint?> ChooseAsync(HttpContext context, Exchange exchange, IRoute route, ImmutableArray<Endpoint> tried)
    {
        var choice = await route.ChooseAsync(tried, context.RequestAborted);

        if (!choice.IsMade)
        {
            exchange.SentTo(exchange.Destination, tried.IsEmpty ? route.Labels : exchange.Labels);
            await answer.WriteAsync(context, exchange, choice.Error);
            return null;
        }

        exchange.SentTo(choice.Endpoint.Address, choice.Endpoint.Labels);

        if (own.IsLoop(exchange.Direction, choice.Endpoint.Address, context.Connection.LocalIpAddress))
        {
            await answer.WriteAsync(context, exchange, ProxyErrors.Loop);
            return null;
        }

        return choice.Endpoint;
    }

    private static bool IsFinal(HttpContext context, Exchange exchange, UpstreamFailure failure, int attempts) =>
        !failure.IsConnect
        || attempts == MostAttempts
        || exchange.Direction == Direction.Inbound
        || context.RequestAborted.IsCancellationRequested;

    private async Task GiveUpAsync(HttpContext context, Exchange exchange, ProxyError connectError, UpstreamFailure failure, HeldReset? reset)
    {
        if (context.RequestAborted.IsCancellationRequested)
        {
            exchange.Reset(Http2Error.Cancel);
        }
        else if (failure.IsConnect && exchange.Direction == Direction.Inbound && reset is not null)
        {
            answer.Refuse(reset, exchange, connectError, failure.Cause);
        }
        else if (failure.CodeToPassOn is { } code && reset is not null)
        {
            exchange.Reset(code);
            reset.Release(code);
        }
        else if (!context.Response.HasStarted)
        {
            await answer.WriteAsync(context, exchange, ErrorOf(failure, connectError), failure.Cause);
        }
        else
        {
            Break(context, exchange, reset);
        }
    }

    private static ProxyError ErrorOf(UpstreamFailure failure, ProxyError connectError) =>
        failure.IsConnect ? connectError : failure.IsBadRequest ? ProxyErrors.BadRequest : ProxyErrors.UpstreamBroke;

    // The response has begun, so all that is left is to keep the client from taking a part for the whole.
    private static void Break(HttpContext context, Exchange exchange, HeldReset? reset)
    {
        exchange.Reset(Http2Error.Internal);

        if (reset is null)
        {
            context.Abort();
        }
        else
        {
            reset.Release(Http2Error.Internal);
        }
    }
}
