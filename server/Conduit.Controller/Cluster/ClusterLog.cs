namespace Conduit.Controller.Cluster;

internal static partial class ClusterLog
{
    [LoggerMessage(EventId = 100, Level = LogLevel.Debug, Message = "Read {Source}: {Pods} pods, {Services} services.")]
    public static partial void Read(ILogger logger, string source, int pods, int services);

    [LoggerMessage(EventId = 101, Level = LogLevel.Warning, Message = "The last picture of the cluster stays: {Fault}")]
    public static partial void KeptLast(ILogger logger, string fault);

    [LoggerMessage(EventId = 102, Level = LogLevel.Warning, Message = "Waiting for a picture of the cluster: {Fault}")]
    public static partial void Waiting(ILogger logger, string fault);

    [LoggerMessage(EventId = 103, Level = LogLevel.Information, Message = "Reading {Source} again.")]
    public static partial void WellAgain(ILogger logger, string source);
}
