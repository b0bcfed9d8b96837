using Conduit.Model.Metrics;
using Conduit.Protocol.Common;
using Conduit.Protocol.Telemetry;

namespace Conduit.Controller.Tests.Doubles;

/// <summary>What proxies report.</summary>
internal static class Reports
{
    public const ulong Epoch = 1_000;

    public static ReportRequest Of(ulong epoch, bool first, params IEnumerable<HttpSeries> series) =>
        new() { EpochUs = epoch, First = first, Http = { series } };

    public static HttpSeriesKey Inbound(string authority = "web-svc:80", bool success = true) =>
        new() { Direction = ProxyDirection.Inbound, Authority = authority, Success = success, StatusClass = success ? 2u : 5u };

    public static HttpSeriesKey Outbound(string authority, bool success = true, params IEnumerable<(string Key, string Value)> destination)
    {
        var key = Inbound(authority, success);
        key.Direction = ProxyDirection.Outbound;

        foreach (var (name, value) in destination)
        {
            key.Destination[name] = value;
        }

        return key;
    }

    /// <summary>So many responses, all with the same latency.</summary>
    public static HttpSeries Series(uint id, HttpSeriesKey? key, ulong responses, double milliseconds = 1, ulong since = 0) => new()
    {
        Id = id,
        Key = key,
        Responses = responses,
        BucketNumbers = { (uint)LatencyBuckets.NumberOf((long)(milliseconds * 1000)) },
        BucketCounts = { responses },
        SinceUs = since,
    };
}
