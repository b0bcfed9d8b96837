namespace Conduit.Proxy.Telemetry;

internal static partial class TelemetryLog
{
    [LoggerMessage(EventId = 1, Level = LogLevel.Debug, Message = "Lost the stream of reports: {Detail}")]
    public static partial void Lost(ILogger logger, string detail);
}
