using System.Net;

namespace Conduit.Proxy.Forwarding;

internal static partial class ForwardingLog
{
    [LoggerMessage(EventId = 1, Level = LogLevel.Debug, Message = "The connection of {Source} broke.")]
    public static partial void ConnectionBroke(ILogger logger, EndPoint? source, Exception failure);

    [LoggerMessage(EventId = 2, Level = LogLevel.Warning, Message = "{Code} {Direction} {Source} -> {Destination} {Method} {Authority}: {Meaning} {Cause}")]
    public static partial void Answered(
        ILogger logger, string code, string direction, IPEndPoint source, IPEndPoint? destination, string method, string authority, string meaning, string? cause);

    [LoggerMessage(EventId = 3, Level = LogLevel.Debug, Message = "{Source} could not reach {Destination}; trying again: {Cause}")]
    public static partial void TryingElsewhere(ILogger logger, IPEndPoint source, IPEndPoint destination, string cause);

    [LoggerMessage(EventId = 4, Level = LogLevel.Warning, Message = "{Code} {Direction} {Source} -> {Destination} as TCP: {Meaning}")]
    public static partial void Refused(ILogger logger, string code, string direction, IPEndPoint source, IPEndPoint? destination, string meaning);
}
