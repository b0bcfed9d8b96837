namespace Conduit.Proxy.Telemetry;

/// <summary>What the controller counts apart: less than the metrics page does, so one of these may gather several kinds of responses.</summary>
internal readonly record struct ReportKey(RequestSeries Requests, bool IsSuccess, int StatusClass);
