using Conduit.Grpc.Client;
using Conduit.Grpc.Framing;

namespace Conduit.Grpc;

/// <summary>Connections to one server; make one per server and keep it. Plain <c>http</c> speaks HTTP/2 from the first byte.</summary>
public sealed class GrpcChannel : IDisposable
{
    private readonly HttpMessageInvoker _http;
    private readonly CancellationTokenSource _disposed = new();

    private GrpcChannel(Uri address, GrpcChannelOptions options)
    {
        var handler = options.HttpHandler ?? CreateHandler(address);
        var ownsHandler = options.HttpHandler is null || options.DisposeHttpClient;

        _http = new HttpMessageInvoker(handler, ownsHandler);
        Address = address;
        Limits = new MessageLimits(options.MaxReceiveMessageSize, options.MaxSendMessageSize);
        Time = options.TimeProvider;
        ThrowsOperationCanceled = options.ThrowOperationCanceledOnCancellation;
        Disposed = _disposed.Token;
    }

    /// <summary>The server's host and port.</summary>
    public string Target => Address.Authority;

    internal Uri Address { get; }

    internal MessageLimits Limits { get; }

    internal TimeProvider Time { get; }

    internal bool ThrowsOperationCanceled { get; }

    internal CancellationToken Disposed { get; }

    /// <summary>A channel to <c>http://host:port</c> (HTTP/2 without TLS) or <c>https://host:port</c>.</summary>
    public static GrpcChannel ForAddress(string address) => ForAddress(address, new GrpcChannelOptions());

    /// <inheritdoc cref="ForAddress(string)"/>
    public static GrpcChannel ForAddress(string address, GrpcChannelOptions channelOptions) => ForAddress(new Uri(address), channelOptions);

    /// <inheritdoc cref="ForAddress(string)"/>
    public static GrpcChannel ForAddress(Uri address) => ForAddress(address, new GrpcChannelOptions());

    /// <inheritdoc cref="ForAddress(string)"/>
    public static GrpcChannel ForAddress(Uri address, GrpcChannelOptions channelOptions)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(channelOptions);

        return address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            ? new GrpcChannel(address, channelOptions)
            : throw new ArgumentException($"'{address}' is no http or https address.", nameof(address));
    }

    /// <summary>What starts calls on this channel.</summary>
    public CallInvoker CreateCallInvoker()
    {
        ThrowIfDisposed();
        return new HttpCallInvoker(this);
    }

    /// <summary>Cancels the calls that are under way and closes the connections.</summary>
    public void Dispose()
    {
        _disposed.Cancel();
        _http.Dispose();
    }

    internal Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        _http.SendAsync(request, cancellationToken);

    internal void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(Disposed.IsCancellationRequested, this);

    // A proxy of the environment cannot carry HTTP/2 without TLS, so it is only asked for https.
    private static SocketsHttpHandler CreateHandler(Uri address) => new()
    {
        EnableMultipleHttp2Connections = true,
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = address.Scheme == Uri.UriSchemeHttps,
    };
}
