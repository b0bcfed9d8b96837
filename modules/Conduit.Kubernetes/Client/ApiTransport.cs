using System.Net;
using System.Net.Security;
using Conduit.Kubernetes.Configuration;

namespace Conduit.Kubernetes.Client;

/// <summary>The way of a request to the API server: credentials, then connections.</summary>
internal static class ApiTransport
{
    // An API server that hangs takes its watches with it, and only these pings tell.
    private static readonly TimeSpan PingAfter = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PingTimeout = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(15);

    // Certificates of plugins change while the process runs; a new connection shows the new one.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(10);

    public static CredentialsHandler Create(KubernetesClientConfiguration configuration, ServerCertificateCheck check)
    {
        var transport = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.GZip,
            ConnectTimeout = ConnectTimeout,
            EnableMultipleHttp2Connections = true,
            KeepAlivePingDelay = PingAfter,
            KeepAlivePingTimeout = PingTimeout,
            PooledConnectionLifetime = ConnectionLifetime,
            UseCookies = false,
        };

        if (configuration.ProxyUrl is { } proxy)
        {
            transport.Proxy = new WebProxy(proxy);
        }

        var signed = new CredentialsHandler(configuration, transport);
        transport.SslOptions = new SslClientAuthenticationOptions
        {
            CertificateChainPolicy = check.ChainPolicy(),
            RemoteCertificateValidationCallback = (_, certificate, chain, errors) => check.Accepts(certificate, chain, errors),
            LocalCertificateSelectionCallback = (_, _, _, _, _) => signed.Current?.Certificate!,
        };
        return signed;
    }
}
