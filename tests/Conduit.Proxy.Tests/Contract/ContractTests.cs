using System.Reflection;
using Xunit.Sdk;

namespace Conduit.Proxy.Tests.Contract;

/// <summary>Each row of the contract's table of what must not change, and of its lists beside it, is a test of that name.</summary>
public sealed class ContractTests
{
    private const string Transparency = """
        outbound_http1 inbound_http1 http1_removes_connection_headers http10_with_host http10_without_host
        http11_absolute_uri_differs_from_host outbound_tcp inbound_tcp tcp_server_first tcp_with_no_orig_dst
        tcp_connections_close_if_client_closes http11_upgrades http11_upgrade_h2_stripped http11_connect http11_connect_bad_requests
        http1_requests_without_body_doesnt_add_transfer_encoding http1_content_length_zero_is_preserved http1_bodyless_responses
        http1_head_responses http1_response_end_of_file http1_one_connection_per_host http1_requests_without_host_have_unique_connections
        retry_reconnect_errors http2_rst_stream_is_propagated
        """;

    private const string Discovery = """
        outbound_asks_controller_api outbound_reconnects_if_controller_stream_ends
        outbound_destinations_reset_on_reconnect_followed_by_no_endpoints_exists
        outbound_destinations_reset_on_reconnect_followed_by_add_none outbound_destinations_reset_on_reconnect_followed_by_remove_none
        outbound_times_out outbound_asks_controller_without_orig_dst outbound_updates_newer_services
        """;

    private const string Shutdown = """
        h2_goaways_connections h2_exercise_goaways_connections http1_closes_idle_connections tcp_waits_for_proxies_to_close
        """;

    private const string Telemetry = """
        metrics_endpoint_inbound_request_count metrics_endpoint_outbound_request_count inbound_http outbound_http
        metrics_endpoint_inbound_response_latency metrics_endpoint_outbound_response_latency multiple_addr_labels multiple_addrset_labels
        labeled_addr_and_addrset controller_updates_addr_labels controller_updates_set_labels metrics_have_no_double_commas
        metrics_has_start_time inbound_http_accept inbound_http_connect outbound_http_accept outbound_http_connect
        inbound_tcp_connect inbound_tcp_accept inbound_tcp_duration inbound_tcp_write_bytes_total inbound_tcp_read_bytes_total
        outbound_tcp_connect outbound_tcp_accept outbound_tcp_duration outbound_tcp_write_bytes_total outbound_tcp_read_bytes_total
        outbound_tcp_open_connections outbound_http_tcp_open_connections metrics_compression
        """;

    private static readonly ILookup<string, MethodInfo> Tests = typeof(ContractTests).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods())
        .Where(method => method.IsDefined(typeof(FactAttribute)))
        .ToLookup(method => method.Name);

    public static TheoryData<string> Rows =>
        [.. $"{Transparency} {Discovery} {Shutdown} {Telemetry}".Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_row_is_a_test_for_one_proxy_and_for_two_in_a_row(string row)
    {
        var test = Assert.Single(Tests[row]);
        var proxies = test.GetCustomAttributes<DataAttribute>().SelectMany(data => data.GetData(test)).SelectMany(Proxies).ToHashSet();

        Assert.Superset(new HashSet<int> { 1, 2 }, proxies);

        IEnumerable<int> Proxies(object?[] arguments) => test.GetParameters().Zip(arguments).Select(pair => (pair.First.Name, pair.Second) switch
        {
            ("proxies", int number) => number,
            (_, Way.Both) => 2,
            (_, Way.Inbound or Way.Outbound) => 1,
            _ => 0,
        });
    }
}
