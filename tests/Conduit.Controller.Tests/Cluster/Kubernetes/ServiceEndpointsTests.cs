using Conduit.Controller.Cluster.Kubernetes;
using Conduit.Controller.Tests.Doubles;
using Conduit.Kubernetes.Models;

namespace Conduit.Controller.Tests.Cluster.Kubernetes;

public sealed class ServiceEndpointsTests
{
    [Fact]
    public void Ports_are_matched_by_name_and_only_those_of_tcp_count()
    {
        var lines = Endpoints(
            "{ ports: [{ name: http, port: 80 }, { name: admin, port: 9000 }, { name: dns, port: 53, protocol: UDP }] }",
            Slice("[{ name: http, port: 8080 }, { name: admin, port: 9990 }, { name: dns, port: 53, protocol: UDP }]", "{ addresses: [10.0.0.1] }"));

        Assert.Equal(["80 -> 10.0.0.1:8080", "9000 -> 10.0.0.1:9990"], lines);
    }

    [Theory]
    [InlineData("{ ready: true }", "{ ready: false, serving: true, terminating: true }", "10.0.0.1:80")]
    [InlineData("{ ready: false }", "{ ready: false, serving: true, terminating: true }", "10.0.0.2:80")]
    [InlineData("{ ready: false, serving: false, terminating: true }", "{ ready: false }", "")]
    [InlineData("{}", "{ ready: false }", "10.0.0.1:80")]
    public void What_drains_is_used_only_where_nothing_is_ready(string first, string second, string ready)
    {
        var lines = Endpoints(
            "{ ports: [{ port: 80 }] }",
            Slice("[{ port: 80 }]", $"{{ addresses: [10.0.0.1], conditions: {first} }}", $"{{ addresses: [10.0.0.2], conditions: {second} }}"));

        Assert.Equal(2, lines.Length);
        Assert.Equal(ready, string.Join(' ', lines.Where(line => !line.EndsWith('-')).Select(line => line.Split(" -> ")[1])));
    }

    [Theory]
    [InlineData("false", "false", "10.0.0.1:80 10.0.0.2:80")]
    [InlineData("true", "false", "10.0.0.1:80")]
    [InlineData("true", "true", "10.0.0.1:80 10.0.0.2:80")]
    public void Pods_that_are_well_on_a_node_that_is_not_heard_are_used_only_where_nothing_is_ready(string first, string second, string ready)
    {
        var slice = Slice(
            "[{ port: 80 }]",
            $"{{ addresses: [10.0.0.1], targetRef: {{ kind: Pod, name: first }}, conditions: {{ ready: {first} }} }}",
            $"{{ addresses: [10.0.0.2], targetRef: {{ kind: Pod, name: second }}, conditions: {{ ready: {second} }} }}",
            "{ addresses: [10.0.0.3], targetRef: { kind: Pod, name: ill }, conditions: { ready: false } }",
            "{ addresses: [10.0.0.4], conditions: { ready: false } }");

        var lines = Lines(Service("{ ports: [{ port: 80 }] }"), pod => pod != "ill", slice);

        Assert.Equal(4, lines.Length);
        Assert.Equal(ready, string.Join(' ', lines.Where(line => !line.EndsWith('-')).Select(line => line.Split(" -> ")[1])));
    }

    [Fact]
    public void A_pod_that_falls_ill_leaves_a_service_whose_slices_stay_the_same()
    {
        var service = ServiceReader.Read(Service("{ ports: [{ port: 80 }] }"))!;
        var slice = SliceReader.Read(Shop.One<V1EndpointSlice>(
            Slice("[{ port: 80 }]", "{ addresses: [10.0.0.1], targetRef: { kind: Pod, name: web-1 }, conditions: { ready: false } }")));

        var before = service.ShowWith([slice], _ => true);

        Assert.Same(before, service.ShowWith([slice], _ => true));
        Assert.True(before.Ports[0].Endpoints[0].Ready);
        Assert.False(service.ShowWith([slice], NoneIsWell).Ports[0].Endpoints[0].Ready);
    }

    [Fact]
    public void An_address_that_moves_between_slices_counts_once_as_its_better_self()
    {
        var lines = Endpoints(
            "{ ports: [{ port: 80 }] }",
            Slice("[{ port: 80 }]", "{ addresses: [10.0.0.1], conditions: { ready: false } }"),
            Slice("[{ port: 80 }]", "{ addresses: [10.0.0.1], conditions: { ready: true } }"));

        Assert.Equal(["80 -> 10.0.0.1:80"], lines);
    }

    [Fact]
    public void A_service_of_two_families_has_each_pod_once()
    {
        var v6 = Slice("[{ port: 80 }]", "{ addresses: ['2001:db8::1'] }").Replace("IPv4", "IPv6", StringComparison.Ordinal);
        var v4 = Slice("[{ port: 80 }]", "{ addresses: [10.0.0.1] }");

        Assert.Equal(["80 -> 10.0.0.1:80"], Endpoints("{ ports: [{ port: 80 }] }", v6, v4));
        Assert.Equal(["80 -> [2001:db8::1]:80"], Endpoints("{ ports: [{ port: 80 }] }", v6));
    }

    [Fact]
    public void The_same_slices_give_the_same_service()
    {
        var service = ServiceReader.Read(Service("{ ports: [{ port: 80 }] }"))!;
        var slice = SliceReader.Read(Shop.One<V1EndpointSlice>(Slice("[{ port: 80 }]", "{ addresses: [10.0.0.1] }")));
        var first = service.ShowWith([slice], NoneIsWell);

        Assert.Same(first, service.ShowWith([slice], NoneIsWell));
        Assert.Empty(service.ShowWith([], NoneIsWell).Ports[0].Endpoints);
    }

    [Theory]
    [InlineData("{ clusterIP: 10.96.0.1 }", "10.96.0.1")]
    [InlineData("{ clusterIP: None }", null)]
    [InlineData("{}", null)]
    public void A_headless_service_has_no_address(string spec, string? expected) => Assert.Equal(expected, ServiceReader.Read(Service(spec))?.ShowWith([], NoneIsWell).ClusterIp);

    [Fact]
    public void A_name_for_something_outside_is_no_service() =>
        Assert.Null(ServiceReader.Read(Service("{ type: ExternalName, externalName: www.example.com }")));

    private static bool NoneIsWell(string pod) => false;

    private static string[] Endpoints(string spec, params string[] slices) => Lines(Service(spec), NoneIsWell, slices);

    // Each endpoint as "port -> address", with a dash behind those that are not ready.
    private static string[] Lines(V1Service service, Predicate<string> isWell, params string[] slices) =>
    [
        .. from port in ServiceReader.Read(service)!.ShowWith([.. slices.Select(slice => SliceReader.Read(Shop.One<V1EndpointSlice>(slice)))], isWell).Ports
           from endpoint in port.Endpoints
           select $"{port.Port} -> {endpoint.Address}{(endpoint.Ready ? "" : " -")}",
    ];

    private static V1Service Service(string spec) =>
        Shop.One<V1Service>($$"""{ apiVersion: v1, kind: Service, metadata: { name: web, namespace: shop }, spec: {{spec}} }""");

    private static string Slice(string ports, params string[] endpoints) => $$"""
        apiVersion: discovery.k8s.io/v1
        kind: EndpointSlice
        metadata: { name: web-x, namespace: shop, labels: { kubernetes.io/service-name: web } }
        addressType: IPv4
        ports: {{ports}}
        endpoints: [{{string.Join(", ", endpoints)}}]
        """;
}
