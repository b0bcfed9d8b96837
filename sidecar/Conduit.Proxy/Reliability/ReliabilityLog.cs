namespace Conduit.Proxy.Reliability;

internal static partial class ReliabilityLog
{
    [LoggerMessage(EventId = 1, Level = LogLevel.Debug, Message = "Lost the controller ({What}): {Detail}")]
    public static partial void Lost(ILogger logger, string what, string detail);
}
