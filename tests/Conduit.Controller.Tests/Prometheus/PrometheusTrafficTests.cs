using System.Net;
using Conduit.Controller.Cluster;
using Conduit.Controller.Prometheus;
using Conduit.Controller.PublicApi.Stats;
using Conduit.Controller.Tests.Doubles;
using Conduit.Grpc;
using Conduit.Protocol.Public;

namespace Conduit.Controller.Tests.Prometheus;

public sealed class PrometheusTrafficTests
{
    private const string Failing = """{"classification":"failure","deployment":"web","namespace":"emojivoto","tls":"disabled"}""";
    private const string Fine = """{"classification":"success","deployment":"web","namespace":"emojivoto","tls":"disabled"}""";

    private readonly ClusterStore _cluster = new();

    [Fact]
    public async Task Rows_are_counted_from_what_Prometheus_says()
    {
        using var http = Answering(
            responses: Vector((Fine, "8.97"), (Failing, "1.01")),
            latencies: Vector((Bucket("1"), "0"), (Bucket("2"), "10"), (Bucket("+Inf"), "10")));

        var row = Assert.Single(Assert.Single((await AskAsync(http)).StatTables).Rows);

        Assert.Equal(("web", 9UL, 1UL), (row.Resource.Name, row.Stats.SuccessCount, row.Stats.FailureCount));
        Assert.InRange(row.Stats.LatencyUsP50, 1_400UL, 1_600UL);
        Assert.Equal(1UL, row.MeshedPodCount);
    }

    [Fact]
    public async Task The_window_is_the_one_that_was_asked_for()
    {
        using var http = Answering(Vector(), Vector());

        var answer = await AskAsync(http);

        Assert.Equal(TimeSpan.FromMinutes(1), answer.ActualWindow.ToTimeSpan());
    }

    [Theory]
    [InlineData("""{"status":"error","errorType":"bad_data","error":"parse error"}""", "parse error")]
    [InlineData("<html>", "not JSON")]
    public async Task A_refusal_is_told_with_the_reason(string answer, string reason)
    {
        using var http = Answering(answer, answer);

        var failure = await Assert.ThrowsAsync<RpcException>(() => AskAsync(http));

        Assert.Equal(StatusCode.Unavailable, failure.StatusCode);
        Assert.Contains("Prometheus at http://prometheus.test/base/", failure.Status.Detail, StringComparison.Ordinal);
        Assert.Contains(reason, failure.Status.Detail, StringComparison.Ordinal);
    }

    private static string Bucket(string bound) => $$"""{"deployment":"web","namespace":"emojivoto","le":"{{bound}}"}""";

    private static string Vector(params (string Labels, string Value)[] samples) =>
        $$$"""{"status":"success","data":{"resultType":"vector","result":[{{{string.Join(',', samples.Select(Sample))}}}]}}""";

    private static string Sample((string Labels, string Value) sample) => $$"""{"metric":{{sample.Labels}},"value":[1700000000.1,"{{sample.Value}}"]}""";

    private static HttpClient Answering(string responses, string latencies) => new(new FakePrometheus(responses, latencies));

    private Task<StatSummaryResponse> AskAsync(HttpClient http)
    {
        _cluster.Publish(new ClusterSnapshot(Mesh.State([Mesh.Pod("web-1")])));
        var prometheus = new PrometheusClient(new Uri("http://prometheus.test/base/"), http);
        var request = new StatSummaryRequest
        {
            Selector = new ResourceSelection { Resource = new Resource { Namespace = Mesh.Namespace, Type = "deployment" } },
        };
        return new StatSummaryHandler(_cluster, new PrometheusTraffic(prometheus, _cluster)).HandleAsync(request, CancellationToken.None);
    }

    private sealed class FakePrometheus(string responses, string latencies) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Assert.Equal("http://prometheus.test/base/api/v1/query", request.RequestUri!.AbsoluteUri);
            var query = WebUtility.UrlDecode(await request.Content!.ReadAsStringAsync(cancellationToken));
            var answer = query.Contains("response_total", StringComparison.Ordinal) ? responses : latencies;
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(answer) };
        }
    }
}
