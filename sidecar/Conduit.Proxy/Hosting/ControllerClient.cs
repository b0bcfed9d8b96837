using System.Reflection;
using Conduit.Grpc;
using Conduit.Protocol;
using Conduit.Proxy.Hosting.Settings;

namespace Conduit.Proxy.Hosting;

/// <summary>The way to the controller, and who the proxy says it is.</summary>
internal sealed class ControllerClient : IDisposable
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(3);

    // Streams are silent while nothing changes, so only a ping tells a controller that vanished from one that has nothing to say.
    private static readonly TimeSpan PingAfter = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan PingTimeout = TimeSpan.FromSeconds(10);

    private readonly GrpcChannel? _channel;
    private readonly CallInvoker? _invoker;
    private readonly Metadata _identity;

    public ControllerClient(ProxyOptions options)
    {
        _identity = Identify(options);

        if (options.ControlUrl is { } url)
        {
            _channel = GrpcChannel.ForAddress(new UriBuilder(Uri.UriSchemeHttp, HostOf(url), url.Port).Uri, new GrpcChannelOptions
            {
                DisposeHttpClient = true,
                HttpHandler = CreateHandler(),
            });
            _invoker = _channel.CreateCallInvoker();
        }
    }

    public bool IsConfigured => _invoker is not null;

    public CallInvoker Invoker => _invoker ?? throw new InvalidOperationException($"{SettingNames.ControlUrl} is not set.");

    public CallOptions Options(CancellationToken cancellationToken) => new(_identity, cancellationToken: cancellationToken);

    public void Dispose() => _channel?.Dispose();

    // The control plane's own proxy is told the name with a dot, which leads to the loopback too (RFC 6761 §6.3) but stands in no hosts file.
    private static string HostOf(TcpUrl url) => url.Host.Equals("localhost.", StringComparison.OrdinalIgnoreCase) ? "localhost" : url.Host;

    private static Metadata Identify(ProxyOptions options)
    {
        var identity = new Metadata { { ProxyMetadata.Version, Version() } };

        if (options.PodName is { } pod)
        {
            identity.Add(ProxyMetadata.Pod, $"{options.PodNamespace}/{pod}");
        }

        if (options.Token is { } token)
        {
            identity.Add(ProxyMetadata.Token, token);
        }

        return identity;
    }

    private static string Version() =>
        typeof(ControllerClient).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";

    private static SocketsHttpHandler CreateHandler() => new()
    {
        UseProxy = false,
        UseCookies = false,
        ActivityHeadersPropagator = null,
        EnableMultipleHttp2Connections = true,
        ConnectTimeout = ConnectTimeout,
        KeepAlivePingDelay = PingAfter,
        KeepAlivePingTimeout = PingTimeout,
    };
}
