using System.Globalization;

namespace Conduit.Proxy.Telemetry;

/// <summary>The requests and responses of the metrics page.</summary>
internal sealed class HttpMetrics(HttpSeriesTable table) : IMetricsSection
{
    public void Write(MetricsText text)
    {
        RequestSeries[] requests = [.. table.All.OrderBy(series => series.Labels, StringComparer.Ordinal)];
        (string Labels, HistogramSnapshot Latencies)[] responses = [.. requests.SelectMany(Responses)];

        text.Describe("request_total", "counter", "Requests that came in.");
        Array.ForEach(requests, series => text.Value("request_total", series.Labels, series.Requests));
        text.Describe("response_total", "counter", "Responses that are over.");
        Array.ForEach(responses, response => text.Value("response_total", response.Labels, response.Latencies.Count));
        text.Describe("response_latency_ms", "histogram", "Time from a request's head to the first byte of its response, recorded when the response is over.");
        Array.ForEach(responses, response => text.Histogram("response_latency_ms", response.Labels, response.Latencies));
    }

    private static IEnumerable<(string Labels, HistogramSnapshot Latencies)> Responses(RequestSeries series) =>
        series.Responses.Select(pair => (Labels(series, pair.Key), pair.Value)).GroupBy(pair => pair.Item1, pair => pair.Value)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (group.Key, group.Select(response => response.Snapshot()).Aggregate(HistogramSnapshot.Merge)));

    private static string Labels(RequestSeries series, ResponseKey key)
    {
        var classification = key.IsSuccess ? "success" : "failure";
        var grpcStatus = key.GrpcStatus is { } status ? string.Create(CultureInfo.InvariantCulture, $",grpc_status_code=\"{status}\"") : "";
        return string.Create(CultureInfo.InvariantCulture, $"{series.Labels},classification=\"{classification}\",status_code=\"{key.StatusCode}\"{grpcStatus}");
    }
}
