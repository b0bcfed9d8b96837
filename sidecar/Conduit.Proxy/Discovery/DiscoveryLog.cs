namespace Conduit.Proxy.Discovery;

internal static partial class DiscoveryLog
{
    [LoggerMessage(EventId = 1, Level = LogLevel.Debug, Message = "{Path} is {Status} with {Endpoints} endpoints.")]
    public static partial void Updated(ILogger logger, string path, DestinationStatus status, int endpoints);

    [LoggerMessage(EventId = 2, Level = LogLevel.Debug, Message = "The controller does not resolve {Path}: {Detail}")]
    public static partial void Refused(ILogger logger, string path, string detail);
}
