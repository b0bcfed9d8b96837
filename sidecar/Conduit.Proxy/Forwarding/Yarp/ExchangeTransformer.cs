using Conduit.Proxy.Balancing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Yarp.ReverseProxy.Forwarder;

namespace Conduit.Proxy.Forwarding.Yarp;

/// <summary>One attempt to pass a request on: copies what YARP's own transforms would change, and tells the exchange how it goes.</summary>
internal sealed class ExchangeTransformer(Exchange exchange, EndpointLease lease, string? authority) : HttpTransformer
{
    // A target is opaque to a proxy; normalising "/a/../b" or "%7E" would be a change that the client did not ask for.
    private static readonly UriCreationOptions Verbatim = new() { DangerousDisablePathAndQueryCanonicalization = true };

    public override ValueTask TransformRequestAsync(
        HttpContext httpContext, HttpRequestMessage proxyRequest, string destinationPrefix, CancellationToken cancellationToken)
    {
        proxyRequest.RequestUri = new Uri(destinationPrefix + RequestHeads.Target(httpContext), Verbatim);
        RequestHeaderCopy.Copy(httpContext, proxyRequest, authority);
        return ValueTask.CompletedTask;
    }

    public override async ValueTask<bool> TransformResponseAsync(
        HttpContext httpContext, HttpResponseMessage? proxyResponse, CancellationToken cancellationToken)
    {
        if (proxyResponse is null)
        {
            return false;
        }

        lease.Responded();
        ResponseHeaderCopy.Copy(proxyResponse, httpContext.Response);

        if (exchange.ShowsHeaders)
        {
            exchange.ResponseHeaders = KestrelHeaders.Seen(httpContext.Response.Headers);
        }

        exchange.Responded((int)proxyResponse.StatusCode, ResponseHeaderCopy.ReadGrpcStatus(proxyResponse.Headers));

        if (httpContext.Response.StatusCode != StatusCodes.Status101SwitchingProtocols)
        {
            var body = await proxyResponse.Content.ReadAsStreamAsync(cancellationToken);
            await SendHeadAheadAsync(httpContext, body, cancellationToken);
            proxyResponse.Content = new MeasuredContent(body, exchange);
        }

        return true;
    }

    public override ValueTask TransformResponseTrailersAsync(HttpContext httpContext, HttpResponseMessage proxyResponse, CancellationToken cancellationToken)
    {
        exchange.Concluded(ResponseHeaderCopy.ReadGrpcStatus(proxyResponse.TrailingHeaders));

        if (httpContext.Features.Get<IHttpResponseTrailersFeature>()?.Trailers is { IsReadOnly: false } trailers)
        {
            ResponseHeaderCopy.CopyTrailers(proxyResponse, trailers);
        }

        // Before the client can see the end, so that whoever counts after it counts this one.
        exchange.Ended();
        return ValueTask.CompletedTask;
    }

    /// <summary>
    /// Sends the head at once when the body is not there yet, because a client may wait for it before it goes on. When the end has
    /// come with the head, as in gRPC's trailers-only form, both must leave in one frame.
    /// </summary>
    private static async ValueTask SendHeadAheadAsync(HttpContext context, Stream body, CancellationToken cancellationToken)
    {
        Task firstByte = body.ReadAsync(Memory<byte>.Empty, cancellationToken).AsTask();

        if (firstByte.IsCompleted)
        {
            await firstByte;
            return;
        }

        await context.Response.Body.FlushAsync(cancellationToken);
        await firstByte.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
