using System.Net;

namespace Conduit.Proxy.Hosting;

internal static partial class HostingLog
{
    [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "Listening inbound on [{Inbound}], outbound on [{Outbound}], metrics on {Metrics}.")]
    public static partial void Listening(ILogger logger, IReadOnlyList<IPEndPoint> inbound, IReadOnlyList<IPEndPoint> outbound, IPEndPoint metrics);
}
