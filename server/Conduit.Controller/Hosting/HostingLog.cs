using System.Net;

namespace Conduit.Controller.Hosting;

internal static partial class HostingLog
{
    [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "Conduit controller {Version}, fed by {Source}.")]
    public static partial void Starting(ILogger logger, string version, string source);

    [LoggerMessage(EventId = 2, Level = LogLevel.Information, Message = "Listening: API {Api}, proxies {ProxyApi}, web {Web}, admin {Admin}.")]
    public static partial void Listening(ILogger logger, EndPoint api, EndPoint proxyApi, EndPoint web, EndPoint admin);

    [LoggerMessage(EventId = 3, Level = LogLevel.Information, Message = "The parent process is gone; stopping.")]
    public static partial void ParentGone(ILogger logger);
}
