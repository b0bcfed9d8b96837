using System.IO.Compression;
using System.Net;
using Conduit.Protocol.Destinations;
using Conduit.Protocol.Mapping;
using Conduit.Proxy.Tests.Actors;
using Conduit.Testing.Time;

namespace Conduit.Proxy.Tests.Contract;

/// <summary>The contract's list for telemetry of requests, under its names there.</summary>
public sealed class HttpMetricRows
{
    private const string Name = "tele.test.svc.cluster.local";
    private const string Path = $"{Name}:80";
    private const string InboundLabels = $"authority=\"{Name}\",direction=\"inbound\",tls=\"disabled\"";
    private const string OutboundLabels = $"authority=\"{Name}\",direction=\"outbound\",tls=\"no_identity\"";

    [Fact]
    public Task metrics_endpoint_inbound_request_count() => InboundShowsAsync($"request_total{{{InboundLabels}}} 1");

    [Fact]
    public Task metrics_endpoint_outbound_request_count() => OutboundShowsAsync($"request_total{{{OutboundLabels}}} 1");

    [Fact]
    public Task inbound_http() => InboundShowsAsync($"response_total{{{InboundLabels},classification=\"success\",status_code=\"200\"}} 1");

    [Fact]
    public Task outbound_http() => OutboundShowsAsync($"response_total{{{OutboundLabels},classification=\"success\",status_code=\"200\"}} 1");

    [Fact]
    public Task metrics_endpoint_inbound_response_latency() => InboundShowsAsync(
        $"response_latency_ms_count{{{InboundLabels},classification=\"success\",status_code=\"200\"}} 1",
        $"response_latency_ms_bucket{{{InboundLabels},classification=\"success\",status_code=\"200\",le=\"50000\"}} 1",
        $"response_latency_ms_bucket{{{InboundLabels},classification=\"success\",status_code=\"200\",le=\"+Inf\"}} 1");

    [Fact]
    public Task metrics_endpoint_outbound_response_latency() => OutboundShowsAsync(
        $"response_latency_ms_count{{{OutboundLabels},classification=\"success\",status_code=\"200\"}} 1",
        $"response_latency_ms_bucket{{{OutboundLabels},classification=\"success\",status_code=\"200\",le=\"50000\"}} 1",
        $"response_latency_ms_bucket{{{OutboundLabels},classification=\"success\",status_code=\"200\",le=\"+Inf\"}} 1");

    [Fact]
    public Task multiple_addr_labels() => LabelledAsync([], [("addr_label1", "foo"), ("addr_label2", "bar")], "dst_addr_label1=\"foo\",dst_addr_label2=\"bar\"");

    [Fact]
    public Task multiple_addrset_labels() => LabelledAsync([("set_label1", "foo"), ("set_label2", "bar")], [], "dst_set_label1=\"foo\",dst_set_label2=\"bar\"");

    [Fact]
    public Task labeled_addr_and_addrset() => LabelledAsync([("set_label", "bar")], [("addr_label", "foo")], "dst_addr_label=\"foo\",dst_set_label=\"bar\"");

    [Fact]
    public Task controller_updates_addr_labels() => UpdatesAsync(
        Labelled([("set_label", "unchanged")], [("addr_label", "foo")]),
        Labelled([("set_label", "unchanged")], [("addr_label", "bar")]),
        "dst_addr_label=\"bar\",dst_set_label=\"unchanged\"");

    [Fact]
    public Task controller_updates_set_labels() => UpdatesAsync(
        Labelled([("set_label", "foo")], []), Labelled([("set_label", "bar")], []), "dst_set_label=\"bar\"");

    [Fact]
    public async Task metrics_have_no_double_commas()
    {
        await using var server = await TestServer.Http1Async("x");
        await using var way = await Way.ToAsync(server.Address, Way.Both);
        using var client = TestClient.Http1(way.Entrance);
        await client.GetAsync("/", Name);

        var page = await way.First.MetricsAsync();

        Assert.Contains("request_total{", page, StringComparison.Ordinal);
        Assert.DoesNotContain(",,", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task metrics_has_start_time()
    {
        await using var proxy = await new TestProxy().StartAsync();

        Assert.True(await proxy.ValueAsync("process_start_time_seconds") > 0);
    }

    [Fact]
    public async Task metrics_compression()
    {
        await using var proxy = await new TestProxy().StartAsync();
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://{proxy.Host.MetricsAddress}/metrics");
        request.Headers.AcceptEncoding.ParseAdd("deflate, gzip, br");

        using var response = await client.SendAsync(request);
        await using var unzipped = new GZipStream(await response.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
        using var reader = new StreamReader(unzipped);

        Assert.Contains("process_start_time_seconds ", await reader.ReadToEndAsync(), StringComparison.Ordinal);
    }

    private static async Task InboundShowsAsync(params string[] lines)
    {
        await using var server = await TestServer.Http1Async("x");
        await using var proxy = await new TestProxy().Forward(server.Address).StartAsync();
        using var client = TestClient.Http1(proxy.Inbound);
        await client.GetAsync("/", Name);

        foreach (var line in lines)
        {
            await proxy.ShowsAsync(line);
        }
    }

    private static async Task OutboundShowsAsync(params string[] lines)
    {
        await using var server = await TestServer.Http1Async("x");
        await using var controller = await FakeController.StartAsync();
        controller.Leads(Path, server.Address);
        await using var proxy = await new TestProxy().Controller(controller).StartAsync();
        using var client = TestClient.Http1(proxy.Outbound);
        await client.GetAsync("/", Name);

        foreach (var line in lines)
        {
            await proxy.ShowsAsync(line);
        }
    }

    private static async Task LabelledAsync((string, string)[] set, (string, string)[] address, string expected)
    {
        await using var server = await TestServer.Http1Async("x");
        await using var controller = await FakeController.StartAsync();
        controller.Says(Path, Labelled(set, address)(server.Address));
        await using var proxy = await new TestProxy().Controller(controller).StartAsync();
        using var client = TestClient.Http1(proxy.Outbound);
        await client.GetAsync("/", Name);

        await proxy.ShowsAsync($"request_total{{authority=\"{Name}\",direction=\"outbound\",{expected},tls=\"no_identity\"}} 1");
        await proxy.ShowsAsync(
            $"response_total{{authority=\"{Name}\",direction=\"outbound\",{expected},tls=\"no_identity\",classification=\"success\",status_code=\"200\"}} 1");
    }

    private static async Task UpdatesAsync(Func<IPEndPoint, Update> first, Func<IPEndPoint, Update> second, string expected)
    {
        await using var server = await TestServer.Http1Async("x");
        await using var controller = await FakeController.StartAsync();
        controller.Says(Path, first(server.Address));
        await using var proxy = await new TestProxy().Controller(controller).StartAsync();
        using var client = TestClient.Http1(proxy.Outbound);
        await client.GetAsync("/", Name);

        controller.Says(Path, second(server.Address));

        await Eventually.Holds(async () =>
        {
            await client.GetAsync("/", Name);
            return await proxy.ValueAsync($"request_total{{authority=\"{Name}\",direction=\"outbound\",{expected},tls=\"no_identity\"}}") > 0;
        });
    }

    private static Func<IPEndPoint, Update> Labelled((string Key, string Value)[] set, (string Key, string Value)[] address) => endpoint =>
    {
        var weighted = new WeightedAddr { Addr = endpoint.ToWire() };
        Array.ForEach(address, label => weighted.MetricLabels.Add(label.Key, label.Value));
        var added = new WeightedAddrSet { Addrs = { weighted } };
        Array.ForEach(set, label => added.MetricLabels.Add(label.Key, label.Value));
        return new Update { Add = added };
    };
}
