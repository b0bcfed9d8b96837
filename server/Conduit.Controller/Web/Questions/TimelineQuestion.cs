using System.Collections.Immutable;
using System.Text.Json;
using Conduit.Controller.Metrics;
using Conduit.Controller.PublicApi.Timelines;
using Conduit.Controller.Web.Documents;

namespace Conduit.Controller.Web.Questions;

/// <summary>The traffic of a selection over time.</summary>
internal sealed class TimelineQuestion(TimelineHandler timelines, TrafficRing ring) : IQuestion
{
    public string Name => "timeline";

    public ImmutableArray<string> Parameters => StatParameters.Names;

    public Task<byte[]> AnswerAsync(QuestionParameters parameters, CancellationToken cancellationToken)
    {
        var points = timelines.Handle(StatParameters.Read(parameters));

        return Task.FromResult(JsonSerializer.SerializeToUtf8Bytes(
            new TimelineDocument
            {
                Step = RingClock.BlockSeconds,
                At = [.. points.Select(point => Seconds(ring.TimeOf(point.End)))],
                Success = [.. points.Select(point => point.Totals?.Successes ?? 0)],
                Failure = [.. points.Select(point => point.Totals?.Failures ?? 0)],
                P50 = Quantiles(points, 0.5),
                P95 = Quantiles(points, 0.95),
                P99 = Quantiles(points, 0.99),
            },
            WebJson.Default.TimelineDocument));
    }

    private static double Seconds(DateTimeOffset time) => time.ToUnixTimeMilliseconds() / 1000.0;

    private static ImmutableArray<double?> Quantiles(ImmutableArray<TimelinePoint> points, double quantile) =>
        [.. points.Select(point => point.Totals is { IsEmpty: false } totals ? totals.Latency.Quantile(quantile).TotalMilliseconds : (double?)null)];
}
