using Conduit.Proxy.Http2.Frames;
using Microsoft.AspNetCore.Http;
using Yarp.ReverseProxy.Forwarder;

namespace Conduit.Proxy.Forwarding.Yarp;

/// <summary>Why an attempt failed, as far as the exceptions tell.</summary>
/// <param name="IsConnect">No connection was made, so nothing was sent.</param>
/// <param name="IsBadRequest">The client broke the protocol in the middle of its request.</param>
/// <param name="CodeToPassOn">The HTTP/2 error code that the endpoint gave; null when it gave none.</param>
/// <param name="Cause">In words, for the log.</param>
internal sealed record UpstreamFailure(bool IsConnect, bool IsBadRequest, Http2Error? CodeToPassOn, string Cause)
{
    /// <summary>True when other requests would fare no better there. An endpoint that resets or breaks off may mean this request alone.</summary>
    public bool IsOfEndpoint => IsConnect || CodeToPassOn == Http2Error.RefusedStream;

    public static UpstreamFailure Of(IForwarderErrorFeature? error)
    {
        Exception[] all = [.. Flatten(error?.Exception)];
        var connect = all.OfType<ConnectException>().FirstOrDefault();
        var badRequest = all.OfType<BadHttpRequestException>().FirstOrDefault();
        var cause = connect ?? badRequest ?? all.LastOrDefault();
        return new UpstreamFailure(connect is not null, badRequest is not null, CodeIn(all), cause?.Message ?? error?.Error.ToString() ?? "");
    }

    private static Http2Error? CodeIn(Exception[] all)
    {
        if (all.OfType<RequestRefusedException>().Any())
        {
            return Http2Error.RefusedStream;
        }

        return all.OfType<HttpProtocolException>()
            .Select(failure => (Http2Error?)failure.ErrorCode)
            .FirstOrDefault(code => code != Http2Error.None);
    }

    private static IEnumerable<Exception> Flatten(Exception? exception) => exception switch
    {
        null => [],
        AggregateException several => several.InnerExceptions.SelectMany(Flatten),
        _ => Flatten(exception.InnerException).Prepend(exception),
    };
}
