using System.Net;

namespace Conduit.Proxy.Detection;

internal static partial class DetectionLog
{
    [LoggerMessage(EventId = 1, Level = LogLevel.Debug, Message = "{Source} -> {Destination} begins TLS with {ServerName}.")]
    public static partial void TlsBegun(ILogger logger, IPEndPoint source, IPEndPoint? destination, string? serverName);
}
