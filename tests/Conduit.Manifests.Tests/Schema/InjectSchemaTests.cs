using System.Text.Json.Nodes;
using Conduit.Manifests.Tests.Trees;

namespace Conduit.Manifests.Tests.Schema;

public sealed class InjectSchemaTests
{
    private static readonly Lazy<KubernetesSchema> Schema = new(KubernetesSchema.Read);

    public static TheoryData<string> Manifests => Fixtures.All;

    [SchemaTheory]
    [MemberData(nameof(Manifests))]
    public void Injecting_makes_no_object_invalid(string name)
    {
        var manifest = Fixtures.Read(name);
        var before = Faults(manifest.Text);

        foreach (var proxy in new[] { Proxies.Native, Proxies.Classic, WithEverySetting(Proxies.Native), WithEverySetting(Proxies.Classic) })
        {
            Assert.Equal(before, Faults(Injector.Inject(manifest, proxy).Text));
        }
    }

    [SchemaFact]
    public void What_inject_adds_is_what_the_schema_knows()
    {
        var injected = YamlTree.Parse(Injector.Inject(Fixtures.Read("emojivoto-like.yml"), WithEverySetting(Proxies.Native)).Text);

        Assert.All(injected.OfType<JsonObject>(), found => Assert.Empty(StrictValidator.Faults(Schema.Value, found)));
    }

    [SchemaTheory]
    [InlineData("spec.replicas: many", "Deployment.spec.replicas must be a number")]
    [InlineData("spec.colour: red", "Deployment.spec.colour is unknown")]
    [InlineData("spec.selector: ~", "Deployment.spec.selector must be a value")]
    [InlineData("spec.template.spec.dnsPolicy: mine", "Deployment.spec.template.spec.dnsPolicy must be one of")]
    [InlineData("metadata.labels.a: 1", "Deployment.metadata.labels.a must be a string")]
    public void The_validator_is_as_strict_as_it_says(string change, string expected)
    {
        var spec = "{selector: {}, template: {spec: {containers: []}}}";
        var found = YamlTree.Parse($"{{apiVersion: apps/v1, kind: Deployment, metadata: {{labels: {{}}}}, spec: {spec}}}").Single()!;
        var (path, value) = (change.Split(": ")[0].Split('.'), YamlTree.Parse($"value: {change.Split(": ")[1]}").Single()!["value"]);
        path[..^1].Aggregate(found, (node, key) => node[key]!)[path[^1]] = value?.DeepClone();

        Assert.StartsWith(expected, Assert.Single(StrictValidator.Faults(Schema.Value, found.AsObject())), StringComparison.Ordinal);
    }

    private static ProxyModel WithEverySetting(ProxyModel proxy) => new[]
    {
        ("proxy-cpu-request", "10m"), ("proxy-cpu-limit", "1"), ("proxy-memory-request", "16Mi"), ("proxy-memory-limit", "64Mi"),
        ("skip-inbound-ports", "80,8000-8010"), ("skip-outbound-ports", "443"), ("opaque-ports", "3306"), ("image-pull-policy", "Always"),
    }
        .Aggregate(proxy, (written, value) => Setting(value.Item1).Write(written, value.Item2)!);

    private static Setting<ProxyModel> Setting(string name) => ProxySettings.PerWorkload.Single(setting => setting.Text.Name == name);

    private static List<string> Faults(string text) =>
    [
        .. YamlTree.Parse(text)
            .SelectMany(Objects)
            .Where(found => Schema.Value.DefinitionOf(found) is not null)
            .SelectMany(found => StrictValidator.Faults(Schema.Value, found))
            .Distinct(),
    ];

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node is not JsonObject map ? []
        : map["kind"]?.ToString() == "List" ? map["items"]!.AsArray().SelectMany(Objects)
        : [map];
}
