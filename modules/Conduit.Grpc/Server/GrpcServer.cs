using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Conduit.Grpc.Server;

/// <summary>What all calls of a server share.</summary>
internal sealed class GrpcServer(IOptions<GrpcServiceOptions> options, TimeProvider time, ILoggerFactory loggers)
{
    private int _hasFallback;

    public GrpcServiceOptions Options { get; } = options.Value;

    public TimeProvider Time { get; } = time;

    public ILogger Logger { get; } = loggers.CreateLogger("Conduit.Grpc.Server");

    /// <summary>True once: unknown services need one endpoint, however many services are mapped.</summary>
    public bool TryClaimFallback() => Options.IgnoreUnknownServices != true && Interlocked.Exchange(ref _hasFallback, 1) == 0;
}
