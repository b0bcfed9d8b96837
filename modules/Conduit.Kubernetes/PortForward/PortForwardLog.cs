using Microsoft.Extensions.Logging;

namespace Conduit.Kubernetes.PortForward;

internal static partial class PortForwardLog
{
    [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "A forwarded connection failed: {Reason}")]
    public static partial void Failed(ILogger logger, string reason);

    [LoggerMessage(EventId = 2, Level = LogLevel.Error, Message = "A forwarded connection broke.")]
    public static partial void Broke(ILogger logger, Exception failure);
}
