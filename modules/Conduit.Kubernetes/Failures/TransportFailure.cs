using System.Net.Sockets;
using Conduit.Kubernetes.Configuration;

namespace Conduit.Kubernetes.Failures;

/// <summary>Says why the API server was not reached, and what to do about it.</summary>
internal static class TransportFailure
{
    /// <param name="failure">What the transport threw.</param>
    /// <param name="configuration">Whom it was on the way to.</param>
    /// <param name="certificateFault">What is wrong with the API server's certificate; null when it was not that.</param>
    public static ApiUnavailableException Of(Exception failure, KubernetesClientConfiguration configuration, string? certificateFault)
    {
        var (id, message) = certificateFault is null
            ? Explain(failure, configuration)
            : ("ApiNotTrusted", $"the API server at {configuration.Host} is not to be trusted: {certificateFault}");
        return new ApiUnavailableException(id, message, failure);
    }

    public static ApiUnavailableException TimedOut(KubernetesClientConfiguration configuration, TimeSpan limit) =>
        new("ApiTimedOut", Silence(configuration, $"within {limit.TotalSeconds:0} seconds"));

    public static ApiUnavailableException NotKubernetes(KubernetesClientConfiguration configuration, string what, Exception? cause = null) => new(
        "ApiNotKubernetes",
        $"what answers at {configuration.Host} ({configuration.Source}) is no Kubernetes API: {what}. Check 'server', and proxies on the way.",
        cause);

    private static (string Id, string Message) Explain(Exception failure, KubernetesClientConfiguration configuration)
    {
        var (host, source) = (configuration.Host, configuration.Source);
        var socket = Causes(failure).OfType<SocketException>().FirstOrDefault();
        var error = Causes(failure).OfType<HttpRequestException>().FirstOrDefault()?.HttpRequestError;
        var reason = failure.GetBaseException().Message.Split('\n')[0].Trim().TrimEnd('.');

        return (error, socket?.SocketErrorCode) switch
        {
            _ when Causes(failure).OfType<TimeoutException>().Any() => ("ApiTimedOut", Silence(configuration, "in time")),
            (_, SocketError.ConnectionRefused) => (
                "ApiRefusedConnection",
                $"nothing listens at {host}, where {source} says that the API server is. Start the cluster, or choose another context with --context."),
            (HttpRequestError.NameResolutionError, _) => (
                "ApiNameUnknown", $"the name '{host.Host}' of the API server ({source}) is not known here. Check 'server', the network or the VPN."),
            (HttpRequestError.ProxyTunnelError, _) => (
                "ApiProxyFailed", $"the proxy on the way to {host} ({source}) refuses: {reason}. Check 'proxy-url', or HTTPS_PROXY and NO_PROXY."),
            (HttpRequestError.SecureConnectionError, _) => (
                "ApiHandshakeFailed", $"no secure connection to {host} ({source}) could be made: {reason}. Check that 'server' is the API server's address."),
            (HttpRequestError.ConnectionError, _) => (
                "ApiUnreachable",
                $"the API server at {host} ({source}) cannot be reached: {reason}. Check the network or the VPN, and that the cluster is up."),
            _ => ("ApiBroken", $"the connection to the API server at {host} ({source}) broke: {reason}. Try again."),
        };
    }

    private static string Silence(KubernetesClientConfiguration configuration, string when) =>
        $"the API server at {configuration.Host} ({configuration.Source}) did not answer {when}. Check the network or the VPN, and that the cluster is up.";

    private static IEnumerable<Exception> Causes(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }
}
