using Microsoft.Extensions.Logging;

namespace Conduit.Kubernetes.Watching;

internal static partial class ReflectorLog
{
    [LoggerMessage(EventId = 1, Level = LogLevel.Debug, Message = "The watch of {Kind} is interrupted and will be tried again: {Reason}")]
    public static partial void Disconnected(ILogger logger, string kind, string reason);

    [LoggerMessage(EventId = 2, Level = LogLevel.Debug, Message = "The watch of {Kind} goes on.")]
    public static partial void Reconnected(ILogger logger, string kind);

    [LoggerMessage(EventId = 3, Level = LogLevel.Debug, Message = "The API server no longer knows the last version of {Kind} seen here; listing again.")]
    public static partial void Expired(ILogger logger, string kind);

    [LoggerMessage(EventId = 4, Level = LogLevel.Debug, Message = "Listed {Count} {Kind}.")]
    public static partial void Listed(ILogger logger, int count, string kind);
}
