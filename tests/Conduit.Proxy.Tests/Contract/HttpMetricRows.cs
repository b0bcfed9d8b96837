using System.IO.Compression;
using System.Net;
using Conduit.Protocol.Destinations;
using Conduit.Protocol.Mapping;
using Conduit.Proxy.Tests.Actors;
using Conduit.Testing.Time;

namespace Conduit.Proxy.Tests.Contract;

/// <summary>The contract's list for telemetry of requests, under its names there, for one proxy and for two in a row.</summary>
public sealed class HttpMetricRows
{
    private const string Name = NamedService.Name;
    private const string InboundLabels = $"authority=\"{Name}\",direction=\"inbound\",tls=\"disabled\"";
    private const string OutboundLabels = $"authority=\"{Name}\",direction=\"outbound\",tls=\"no_identity\"";

    [Theory]
    [MemberData(nameof(Way.ToInbound), MemberType = typeof(Way))]
    public Task metrics_endpoint_inbound_request_count(string way) => InboundShowsAsync(way, $"request_total{{{InboundLabels}}} 1");

    [Theory]
    [MemberData(nameof(Way.ToOutbound), MemberType = typeof(Way))]
    public Task metrics_endpoint_outbound_request_count(string way) => OutboundShowsAsync(way, $"request_total{{{OutboundLabels}}} 1");

    [Theory]
    [MemberData(nameof(Way.ToInbound), MemberType = typeof(Way))]
    public Task inbound_http(string way) => InboundShowsAsync(way, $"response_total{{{InboundLabels},classification=\"success\",status_code=\"200\"}} 1");

    [Theory]
    [MemberData(nameof(Way.ToOutbound), MemberType = typeof(Way))]
    public Task outbound_http(string way) => OutboundShowsAsync(way, $"response_total{{{OutboundLabels},classification=\"success\",status_code=\"200\"}} 1");

    [Theory]
    [MemberData(nameof(Way.ToInbound), MemberType = typeof(Way))]
    public Task metrics_endpoint_inbound_response_latency(string way) => InboundShowsAsync(
        way,
        $"response_latency_ms_count{{{InboundLabels},classification=\"success\",status_code=\"200\"}} 1",
        $"response_latency_ms_bucket{{{InboundLabels},classification=\"success\",status_code=\"200\",le=\"50000\"}} 1",
        $"response_latency_ms_bucket{{{InboundLabels},classification=\"success\",status_code=\"200\",le=\"+Inf\"}} 1");

    [Theory]
    [MemberData(nameof(Way.ToOutbound), MemberType = typeof(Way))]
    public Task metrics_endpoint_outbound_response_latency(string way) => OutboundShowsAsync(
        way,
        $"response_latency_ms_count{{{OutboundLabels},classification=\"success\",status_code=\"200\"}} 1",
        $"response_latency_ms_bucket{{{OutboundLabels},classification=\"success\",status_code=\"200\",le=\"50000\"}} 1",
        $"response_latency_ms_bucket{{{OutboundLabels},classification=\"success\",status_code=\"200\",le=\"+Inf\"}} 1");

    [Theory]
    [MemberData(nameof(Way.ToOutbound), MemberType = typeof(Way))]
    public Task multiple_addr_labels(string way) => LabelledAsync(way, [], [("addr_label1", "foo"), ("addr_label2", "bar")], "dst_addr_label1=\"foo\",dst_addr_label2=\"bar\"");

    [Theory]
    [MemberData(nameof(Way.ToOutbound), MemberType = typeof(Way))]
    public Task multiple_addrset_labels(string way) => LabelledAsync(way, [("set_label1", "foo"), ("set_label2", "bar")], [], "dst_set_label1=\"foo\",dst_set_label2=\"bar\"");

    [Theory]
    [MemberData(nameof(Way.ToOutbound), MemberType = typeof(Way))]
    public Task labeled_addr_and_addrset(string way) => LabelledAsync(way, [("set_label", "bar")], [("addr_label", "foo")], "dst_addr_label=\"foo\",dst_set_label=\"bar\"");

    [Theory]
    [MemberData(nameof(Way.ToOutbound), MemberType = typeof(Way))]
    public Task controller_updates_addr_labels(string way) => UpdatesAsync(
        way,
        Labelled([("set_label", "unchanged")], [("addr_label", "foo")]),
        Labelled([("set_label", "unchanged")], [("addr_label", "bar")]),
        "dst_addr_label=\"bar\",dst_set_label=\"unchanged\"");

    [Theory]
    [MemberData(nameof(Way.ToOutbound), MemberType = typeof(Way))]
    public Task controller_updates_set_labels(string way) => UpdatesAsync(
        way,
        Labelled([("set_label", "foo")], []), Labelled([("set_label", "bar")], []), "dst_set_label=\"bar\"");

    [Theory]
    [MemberData(nameof(Way.All), MemberType = typeof(Way))]
    public Task metrics_have_no_double_commas(string way) => EveryPageAsync(way, page =>
    {
        Assert.Contains("request_total{", page, StringComparison.Ordinal);
        Assert.DoesNotContain(",,", page, StringComparison.Ordinal);
    });

    [Theory]
    [MemberData(nameof(Way.All), MemberType = typeof(Way))]
    public Task metrics_has_start_time(string way) => EveryPageAsync(way, page => Assert.Contains("\nprocess_start_time_seconds ", page, StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Way.All), MemberType = typeof(Way))]
    public async Task metrics_compression(string way)
    {
        await using var service = await NamedService.StartAsync(way);
        await service.CallAsync();
        using var client = new HttpClient();

        foreach (var proxy in service.Proxies)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"http://{proxy.Host.MetricsAddress}/metrics");
            request.Headers.AcceptEncoding.ParseAdd("deflate, gzip, br");
            using var response = await client.SendAsync(request);
            await using var unzipped = new GZipStream(await response.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
            using var reader = new StreamReader(unzipped);

            Assert.Contains("request_total{", await reader.ReadToEndAsync(), StringComparison.Ordinal);
        }
    }

    private static async Task InboundShowsAsync(string way, params string[] lines)
    {
        await using var service = await NamedService.StartAsync(way);
        await service.CallAsync();
        await service.Inbound.ShowsAsync(lines);
    }

    private static async Task OutboundShowsAsync(string way, params string[] lines)
    {
        await using var service = await NamedService.StartAsync(way);
        await service.CallAsync();
        await service.Outbound.ShowsAsync(lines);
    }

    private static async Task EveryPageAsync(string way, Action<string> check)
    {
        await using var service = await NamedService.StartAsync(way);
        await service.CallAsync();

        foreach (var proxy in service.Proxies)
        {
            check(await proxy.MetricsAsync());
        }
    }

    private static async Task LabelledAsync(string way, (string, string)[] set, (string, string)[] address, string expected)
    {
        await using var service = await NamedService.StartAsync(way, Labelled(set, address));
        await service.CallAsync();

        await service.Outbound.ShowsAsync($"request_total{{authority=\"{Name}\",direction=\"outbound\",{expected},tls=\"no_identity\"}} 1");
        await service.Outbound.ShowsAsync(
            $"response_total{{authority=\"{Name}\",direction=\"outbound\",{expected},tls=\"no_identity\",classification=\"success\",status_code=\"200\"}} 1");
    }

    private static async Task UpdatesAsync(string way, Func<IPEndPoint, Update> first, Func<IPEndPoint, Update> second, string expected)
    {
        await using var service = await NamedService.StartAsync(way, first);
        await service.CallAsync();

        service.Says(second);

        await Eventually.Holds(async () =>
        {
            await service.CallAsync();
            return await service.Outbound.ValueAsync($"request_total{{authority=\"{Name}\",direction=\"outbound\",{expected},tls=\"no_identity\"}}") > 0;
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
