using Conduit.Grpc;

namespace Emojivoto.Web.Api;

internal static partial class WebLog
{
    [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "{Path}{Query} failed: {Status}, {Detail}")]
    public static partial void ServiceFailed(ILogger logger, PathString path, QueryString query, StatusCode status, string detail);
}
