using System.IO.Compression;
using System.Net;
using Conduit.Protocol.Destinations;
using Conduit.Protocol.Mapping;
using Conduit.Proxy.Tests.Actors;
using Conduit.Testing.Time;
using Microsoft.AspNetCore.Http;

namespace Conduit.Proxy.Tests.Scenarios;

public sealed class MetricsTests
{
    private const string Authority = "labeled.test.svc.cluster.local:80";

    [Fact]
    public async Task Inbound_requests_and_responses_are_counted_under_their_authority()
    {
        await using var server = await TestServer.Http1Async("x");
        await using var proxy = await new TestProxy().Forward(server.Address).StartAsync();
        using var client = TestClient.Http1(proxy.Inbound);
        await client.GetAsync("/", host: "tele.test.svc.cluster.local");

        await proxy.ShowsAsync("request_total{authority=\"tele.test.svc.cluster.local\",direction=\"inbound\",tls=\"disabled\"} 1");
        await proxy.ShowsAsync("response_total{authority=\"tele.test.svc.cluster.local\",direction=\"inbound\",tls=\"disabled\",classification=\"success\",status_code=\"200\"} 1");
        await proxy.ShowsAsync("response_latency_ms_bucket{authority=\"tele.test.svc.cluster.local\",direction=\"inbound\",tls=\"disabled\",classification=\"success\",status_code=\"200\",le=\"+Inf\"} 1");
        await proxy.ShowsAsync("response_latency_ms_count{authority=\"tele.test.svc.cluster.local\",direction=\"inbound\",tls=\"disabled\",classification=\"success\",status_code=\"200\"} 1");
    }

    [Fact]
    public async Task Outbound_counts_carry_the_labels_of_set_and_address()
    {
        await using var server = await TestServer.Http1Async("x");
        await using var controller = await FakeController.StartAsync();
        controller.Says(Authority, Labelled(server.Address, "bar", "foo"));
        await using var proxy = await new TestProxy().Controller(controller).Upstream(Authority).StartAsync();
        using var client = TestClient.Http1(proxy.Outbound);
        await client.GetAsync("/");
        await proxy.ShowsAsync("response_total{authority=\"labeled.test.svc.cluster.local:80\",direction=\"outbound\",dst_addr_label=\"foo\",dst_set_label=\"bar\",tls=\"no_identity\",classification=\"success\",status_code=\"200\"} 1");

        controller.Says(Authority, Labelled(server.Address, "bar", "quux"));
        await Eventually.Holds(async () =>
        {
            await client.GetAsync("/");
            return (await proxy.MetricsAsync()).Contains("dst_addr_label=\"quux\",dst_set_label=\"bar\"", StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Success_and_failure_are_counted_exactly()
    {
        await using var server = await TestServer.Http2Async(async context =>
        {
            var kind = context.Request.Path.Value;
            context.Response.StatusCode = kind == "/500" ? 500 : kind == "/404" ? 404 : 200;
            context.Response.ContentType = kind is "/grpc0" or "/grpc5" ? "application/grpc" : "text/plain";
            await context.Response.WriteAsync("x");

            if (kind is "/grpc0" or "/grpc5")
            {
                context.Response.AppendTrailer("grpc-status", kind[5..]);
            }
        });
        await using var controller = await FakeController.StartAsync();
        await using var proxy = await new TestProxy().Controller(controller).Forward(server.Address).StartAsync();
        using var client = TestClient.Http2(proxy.Inbound);
        string[] kinds = ["/200", "/404", "/500", "/grpc0", "/grpc5"];
        const int Each = 200;

        await Parallel.ForEachAsync(
            Enumerable.Range(0, Each * kinds.Length), new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (n, cancellationToken) =>
            {
                using var response = await client.SendAsync(client.Request(System.Net.Http.HttpMethod.Get, kinds[n % kinds.Length]), cancellationToken);
                await response.Content.ReadAsStringAsync(cancellationToken);
            });

        var labels = $"authority=\"{proxy.Inbound}\",direction=\"inbound\",tls=\"disabled\"";
        await proxy.ShowsAsync($"request_total{{{labels}}} 1000");
        await proxy.ShowsAsync($"response_total{{{labels},classification=\"success\",status_code=\"200\"}} 200");
        await proxy.ShowsAsync($"response_total{{{labels},classification=\"success\",status_code=\"404\"}} 200");
        await proxy.ShowsAsync($"response_total{{{labels},classification=\"failure\",status_code=\"500\"}} 200");
        await proxy.ShowsAsync($"response_total{{{labels},classification=\"success\",status_code=\"200\",grpc_status_code=\"0\"}} 200");
        await proxy.ShowsAsync($"response_total{{{labels},classification=\"failure\",status_code=\"200\",grpc_status_code=\"5\"}} 200");
        await Eventually.Holds(() => controller.Reported(success: true) == 600 && controller.Reported(success: false) == 400);
    }

    [Fact]
    public async Task Probes_of_the_kubelet_are_counted_apart()
    {
        await using var server = await TestServer.Http1Async("x");
        await using var controller = await FakeController.StartAsync();
        await using var proxy = await new TestProxy().Controller(controller).Forward(server.Address).StartAsync();
        using var client = TestClient.Http1(proxy.Inbound);
        var probe = client.Request(System.Net.Http.HttpMethod.Get, "/");
        probe.Headers.UserAgent.ParseAdd("kube-probe/1.20");
        probe.Headers.Host = "a";

        using (await client.SendAsync(probe))
        {
            await proxy.ShowsAsync("request_total{authority=\"a\",direction=\"inbound\",probe=\"true\",tls=\"disabled\"} 1");
        }

        await Eventually.Holds(() => controller.Reports.SelectMany(report => report.Http).Any(series => series.Key is { Probe: true }));
    }

    [Fact]
    public async Task Connections_and_their_bytes_are_counted_at_both_ends()
    {
        await using var server = await TestServer.Http1Async("x");
        await using var proxy = await new TestProxy().Forward(server.Address).StartAsync();

        using (var client = TestClient.Http1(proxy.Inbound))
        {
            await client.GetAsync("/");
            await proxy.ShowsAsync("tcp_open_total{direction=\"inbound\",peer=\"src\",tls=\"disabled\"} 1");
            await proxy.ShowsAsync("tcp_open_total{direction=\"inbound\",peer=\"dst\",tls=\"no_identity\"} 1");
            await proxy.ShowsAsync("tcp_open_connections{direction=\"inbound\",peer=\"src\",tls=\"disabled\"} 1");
        }

        await proxy.ShowsAsync("tcp_open_connections{direction=\"inbound\",peer=\"src\",tls=\"disabled\"} 0");
        await proxy.ShowsAsync("tcp_close_total{direction=\"inbound\",peer=\"src\",tls=\"disabled\",classification=\"success\"} 1");
        await proxy.ShowsAsync("tcp_connection_duration_ms_count{direction=\"inbound\",peer=\"src\",tls=\"disabled\",classification=\"success\"} 1");
        var metrics = await proxy.MetricsAsync();
        Assert.DoesNotContain("tcp_read_bytes_total{direction=\"inbound\",peer=\"src\",tls=\"disabled\"} 0\n", metrics, StringComparison.Ordinal);
        Assert.DoesNotContain("tcp_write_bytes_total{direction=\"inbound\",peer=\"dst\",tls=\"no_identity\"} 0\n", metrics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_is_compressed_for_those_who_ask()
    {
        await using var proxy = await new TestProxy().StartAsync();
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(System.Net.Http.HttpMethod.Get, $"http://{proxy.Host.MetricsAddress}/metrics");
        request.Headers.AcceptEncoding.ParseAdd("gzip");

        using var response = await client.SendAsync(request);
        await using var unzipped = new GZipStream(await response.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
        using var reader = new StreamReader(unzipped);
        var page = await reader.ReadToEndAsync();

        Assert.Equal("text/plain", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(["gzip"], response.Content.Headers.ContentEncoding);
        Assert.Contains("process_start_time_seconds ", page, StringComparison.Ordinal);
        Assert.DoesNotContain(",,", page, StringComparison.Ordinal);
    }

    private static Update Labelled(IPEndPoint endpoint, string set, string address)
    {
        var weighted = new WeightedAddr { Addr = endpoint.ToWire(), MetricLabels = { ["addr_label"] = address } };
        return new Update { Add = new WeightedAddrSet { Addrs = { weighted }, MetricLabels = { ["set_label"] = set } } };
    }
}
