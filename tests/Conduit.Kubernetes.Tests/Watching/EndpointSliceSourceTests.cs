using Conduit.Kubernetes.Client;
using Conduit.Kubernetes.Models;
using Conduit.Kubernetes.Tests.Servers;
using Conduit.Kubernetes.Watching;
using Conduit.Testing.Time;

namespace Conduit.Kubernetes.Tests.Watching;

public sealed class EndpointSliceSourceTests : ApiServerTest
{
    private const string Slice = """
        {
          "metadata": { "name": "web-x1", "namespace": "shop", "labels": { "kubernetes.io/service-name": "web" } }, "addressType": "IPv4",
          "endpoints": [{ "addresses": ["10.0.0.1"], "conditions": { "ready": true }, "targetRef": { "kind": "Pod", "name": "web-1" } }],
          "ports": [{ "name": "http", "port": 8080 }]
        }
        """;

    private const string Endpoints = """
        {
          "metadata": { "name": "web", "namespace": "shop", "resourceVersion": "4" },
          "subsets": [
            {
              "addresses": [{ "ip": "10.0.0.1", "targetRef": { "kind": "Pod", "name": "web-1" } }], "notReadyAddresses": [{ "ip": "10.0.0.2" }],
              "ports": [{ "name": "http", "port": 8080 }]
            },
            { "addresses": [{ "ip": "10.0.0.3" }], "ports": [{ "name": "http", "port": 9090 }] }
          ]
        }
        """;

    private const string OneSubset = """
        {
          "metadata": { "name": "web", "namespace": "shop", "resourceVersion": "6" },
          "subsets": [{ "addresses": [{ "ip": "10.0.0.3" }], "ports": [{ "port": 9090 }] }]
        }
        """;

    private EndpointSliceSource _source = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _source = new EndpointSliceSource(Client, ListScope.Everything, new Random(1));
    }

    [Theory]
    [InlineData("""{"version":"v1"}""", "v1")]
    [InlineData("""{"version":"v1"},{"version":"v1beta1"}""", "v1")]
    [InlineData("""{"version":"v1beta1"}""", "v1beta1")]
    public async Task Slices_are_read_in_the_best_version_that_is_served(string versions, string used)
    {
        Server.On("GET /apis/discovery.k8s.io", $$"""{"versions":[{{versions}}]}""")
            .On($"GET /apis/discovery.k8s.io/{used}/endpointslices", Answers.List(5, "", Slice));

        var slice = Assert.Single((await Eventually.Ends(_source.ListAsync(CancellationToken.None))).Items);

        Assert.Equal(["web: 10.0.0.1:8080 web-1"], Describe(slice));
    }

    [Fact]
    public async Task Where_there_are_no_slices_they_are_made_from_endpoints()
    {
        Server.On("GET /api/v1/endpoints", Answers.List(5, "", Endpoints));

        var list = await Eventually.Ends(_source.ListAsync(CancellationToken.None));

        Assert.Equal(["web: 10.0.0.1:8080 web-1", "web: 10.0.0.2:8080 (not ready)", "web: 10.0.0.3:9090"], list.Items.SelectMany(Describe));
        Assert.Equal(2, list.Items.Select(slice => ObjectName.Of(slice)).Distinct().Count());
    }

    [Fact]
    public async Task What_endpoints_lose_is_deleted()
    {
        Server.On("GET /api/v1/endpoints", context => context.Request.Query.ContainsKey("watch")
            ? context.WatchAsync(
                ends: true,
                Answers.Event("MODIFIED", OneSubset.ReplaceLineEndings("")),
                Answers.Event("BOOKMARK", """{"metadata":{"resourceVersion":"7"}}"""),
                Answers.Event("DELETED", OneSubset.ReplaceLineEndings("")))
            : context.JsonAsync(Answers.List(5, "", Endpoints)));
        await Eventually.Ends(_source.ListAsync(CancellationToken.None));

        var changes = new List<string>();

        await foreach (var change in _source.WatchAsync("5", CancellationToken.None))
        {
            changes.Add($"{change.Type} {change.Value.Metadata!.Name}@{change.Value.Metadata.ResourceVersion}");
        }

        Assert.Equal(["Bookmark -0@5", "Modified web-0@6", "Deleted web-1@6", "Bookmark -0@7", "Deleted web-0@6"], changes);
    }

    private static IEnumerable<string> Describe(V1EndpointSlice slice) =>
        from endpoint in slice.Endpoints!
        from address in endpoint.Addresses!
        from port in slice.Ports!
        let ready = endpoint.Conditions?.Ready == false ? " (not ready)" : ""
        let pod = endpoint.TargetRef is { } target ? $" {target.Name}" : ""
        select $"{slice.Metadata!.Labels!["kubernetes.io/service-name"]}: {address}:{port.Port}{pod}{ready}";
}
