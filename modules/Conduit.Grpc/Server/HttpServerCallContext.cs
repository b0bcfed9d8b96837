using System.IO.Compression;
using System.Net.Sockets;
using Conduit.Grpc.Deadlines;
using Conduit.Grpc.Framing;
using Conduit.Grpc.Headers;
using Microsoft.AspNetCore.Http;

namespace Conduit.Grpc.Server;

/// <summary>A call that came over HTTP/2.</summary>
internal sealed class HttpServerCallContext : ServerCallContext, IAsyncDisposable
{
    private readonly GrpcServer _server;
    private readonly ServerResponse _response;
    private readonly CancellationTokenSource _ended;
    private readonly CallDeadline _deadline;
    private readonly bool _isCompressed;
    private Metadata? _requestHeaders;
    private Task _expiry = Task.CompletedTask;

    public HttpServerCallContext(HttpContext http, GrpcServer server)
    {
        _server = server;
        _response = new ServerResponse(http);
        _ended = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        HttpContext = http;
        CancellationTokenCore = _ended.Token;
        _isCompressed = server.Options.ResponseCompressionAlgorithm == GrpcHeader.GzipEncoding && AcceptsGzip(http);
        if (_isCompressed)
        {
            http.Response.Headers[GrpcHeader.Encoding] = GrpcHeader.GzipEncoding;
        }

        if (http.Request.Headers[GrpcHeader.Encoding].ToString() is not ("" or GrpcHeader.IdentityEncoding or GrpcHeader.GzipEncoding))
        {
            http.Response.Headers[GrpcHeader.AcceptEncoding] = GrpcHeader.AcceptEncodingValue;
        }

        _deadline = new CallDeadline(DeadlineOf(http, server.Time), server.Time, Expire);
    }

    public HttpContext HttpContext { get; }

    /// <summary>Whether the deadline passed before the handler was through.</summary>
    public bool IsExpired { get; private set; }

    protected override string MethodCore => HttpContext.Request.Path.Value ?? "";

    protected override string HostCore => HttpContext.Request.Host.Value ?? "";

    protected override string PeerCore => HttpContext.Connection switch
    {
        { RemoteIpAddress: null } => "unknown",
        { RemoteIpAddress.AddressFamily: AddressFamily.InterNetworkV6 } peer => $"ipv6:[{peer.RemoteIpAddress}]:{peer.RemotePort}",
        var peer => $"ipv4:{peer.RemoteIpAddress}:{peer.RemotePort}",
    };

    protected override DateTime DeadlineCore => _deadline.Value;

    protected override Metadata RequestHeadersCore => _requestHeaders ??= ReadRequestHeaders();

    protected override CancellationToken CancellationTokenCore { get; }

    protected override Metadata ResponseTrailersCore { get; } = [];

    protected override Status StatusCore { get; set; } = Status.DefaultSuccess;

    protected override WriteOptions? WriteOptionsCore { get; set; }

    public MessageDecoder CreateDecoder() =>
        new(HttpContext.Request.Headers[GrpcHeader.Encoding], _server.Options.MaxReceiveMessageSize, StatusCode.Unimplemented);

    public MessageEncoder<T> CreateEncoder<T>(Marshaller<T> marshaller) => new(
        marshaller,
        _server.Options.MaxSendMessageSize,
        _isCompressed ? _server.Options.ResponseCompressionLevel ?? CompressionLevel.Fastest : null);

    public Task WriteAsync(ReadOnlyMemory<byte> frame, bool flush, CancellationToken cancellationToken) =>
        _response.WriteAsync(frame, flush, cancellationToken);

    /// <summary>Lets the token of one operation cancel the call, for as long as the registration lives.</summary>
    public CancellationTokenRegistration CancelWith(CancellationToken cancellationToken) => cancellationToken == CancellationToken
        ? default
        : cancellationToken.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), _ended);

    public Task EndAsync(Status status) => _response.EndAsync(status, ResponseTrailers);

    public async ValueTask DisposeAsync()
    {
        // The request's memory goes back to the server after this, so an expiry that has begun must be through with it.
        await _deadline.DisposeAsync();
        await _expiry;
        _ended.Dispose();
        _response.Dispose();
    }

    protected override Task WriteResponseHeadersAsyncCore(Metadata responseHeaders)
    {
        ArgumentNullException.ThrowIfNull(responseHeaders);

        return _response.WriteHeadersAsync(responseHeaders, CancellationToken);
    }

    private static bool AcceptsGzip(HttpContext http) => http.Request.Headers[GrpcHeader.AcceptEncoding]
        .SelectMany(line => (line ?? "").Split(',', StringSplitOptions.TrimEntries))
        .Contains(GrpcHeader.GzipEncoding, StringComparer.Ordinal);

    private static DateTime DeadlineOf(HttpContext http, TimeProvider time)
    {
        if (!TimeoutHeader.TryParse(http.Request.Headers[GrpcHeader.Timeout].ToString(), out var timeout))
        {
            return DateTime.MaxValue;
        }

        var now = time.GetUtcNow().UtcDateTime;
        return timeout < DateTime.MaxValue - now ? now + timeout : DateTime.MaxValue;
    }

    private void Expire()
    {
        IsExpired = true;
        GrpcServerLog.DeadlineExceeded(_server.Logger, Method);
        _expiry = _response.AbandonAsync(ServerFailure.Expired, Metadata.Empty);
        _ended.Cancel();
    }

    private Metadata ReadRequestHeaders()
    {
        var metadata = new Metadata();
        foreach (var (name, values) in HttpContext.Request.Headers)
        {
            foreach (var value in values)
            {
                MetadataHeader.Decode(name, value ?? "", metadata);
            }
        }

        return metadata;
    }
}
