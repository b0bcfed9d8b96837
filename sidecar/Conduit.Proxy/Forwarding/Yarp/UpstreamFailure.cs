using Conduit.Proxy.Http2.Frames;
using Yarp.ReverseProxy.Forwarder;

namespace Conduit.Proxy.Forwarding.Yarp;

/// <summary>Why an attempt failed, as far as the exceptions tell.</summary>
/// <param name="IsConnect">No connection was made, so nothing was sent.</param>
/// <param name="CodeToPassOn">The HTTP/2 error code that the endpoint gave; null when it gave none.</param>
/// <param name="Cause">In words, for the log.</param>
internal sealed record UpstreamFailure(bool IsConnect, Http2Error? CodeToPassOn, string Cause)
{
    public static UpstreamFailure Of(IForwarderErrorFeature? error)
    {
        Exception[] all = [.. Flatten(error?.Exception)];
        var connect = all.OfType<ConnectException>().FirstOrDefault();
        var cause = connect ?? all.LastOrDefault();
        return new UpstreamFailure(connect is not null, CodeIn(all), cause?.Message ?? error?.Error.ToString() ?? "");
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
