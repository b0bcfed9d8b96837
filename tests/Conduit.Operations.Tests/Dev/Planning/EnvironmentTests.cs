using static Conduit.Operations.Tests.Dev.Planning.PlanFixture;

namespace Conduit.Operations.Tests.Dev.Planning;

public sealed class EnvironmentTests
{
    // Ports count up from 10000: four for the controller, then web's app and inbound port, then its listeners, at last its admin port.
    private const int AppPort = 10004;
    private const int FirstListener = 10006;

    [Theory]
    [InlineData("8080", "10004")]
    [InlineData("18080", "18080")]
    [InlineData(":8080", "127.0.0.1:10004")]
    [InlineData("0.0.0.0:8080", "127.0.0.1:10004")]
    [InlineData("http://+:8080", "http://127.0.0.1:10004")]
    [InlineData("http://localhost:8080/a;http://[::]:8080", "http://127.0.0.1:10004/a;http://127.0.0.1:10004")]
    [InlineData("127.0.0.1:9999", "127.0.0.1:9999")]
    [InlineData("api:80", "127.0.0.1:10006")]
    [InlineData("api.shop:80", "127.0.0.1:10006")]
    [InlineData("api.shop.svc.cluster.local:80", "127.0.0.1:10006")]
    [InlineData("http://api.shop:80/v1?x=1", "http://127.0.0.1:10006/v1?x=1")]
    [InlineData("postgres://user:secret@api.shop.svc:5432/db", "postgres://user:secret@127.0.0.1:10006/db")]
    [InlineData("api:80,api:80,api.shop:80", "127.0.0.1:10006,127.0.0.1:10006,127.0.0.1:10007")]
    [InlineData("http://api/v1", "http://127.0.0.1:10006/v1")]
    [InlineData("https://api", "https://api")]
    [InlineData("api.elsewhere:80", "api.elsewhere:80")]
    [InlineData("www.example.com:80", "www.example.com:80")]
    [InlineData("myapi:80", "myapi:80")]
    [InlineData("api:8", "api:8")]
    [InlineData("12:30:80", "12:30:80")]
    [InlineData("plain text", "plain text")]
    [InlineData("", "")]
    public void Addresses_of_the_cluster_become_addresses_here(string value, string expected) =>
        Assert.Equal(expected, Environment($"env: [{{name: A, value: \"{value}\"}}]")["A"]);

    [Fact]
    public void A_listener_carries_the_authority_as_it_was_written()
    {
        var pod = Plan(Web("env: [{name: A, value: 'api:80'}, {name: B, value: 'http://api.shop'}, {name: C, value: 'x@api:80'}]")).Pods[0];

        Assert.Equal(
            [(FirstListener, "api:80"), (FirstListener + 1, "api.shop:80")],
            pod.Proxy.Upstreams.Select(upstream => ((int)upstream.ListenerPort.Number, upstream.Authority)));
    }

    [Fact]
    public void A_port_that_the_service_lacks_is_left_and_said() => Assert.Equal(
        ["container main of deployment web: A: api.shop:81: the service has no such port"],
        Plan(Web("env: [{name: A, value: 'api.shop:81'}]")).Warnings.AsEnumerable());

    [Fact]
    public void Earlier_variables_are_expanded_before_addresses_are_rewritten()
    {
        var environment = Environment("env: [{name: P, value: '8080'}, {name: A, value: 'http://api:$(Q)/$(P)/$$(P)'}, {name: B, value: ':$(P)'}]");

        Assert.Equal("http://api:$(Q)/8080/$(P)", environment["A"]);
        Assert.Equal($"127.0.0.1:{AppPort}", environment["B"]);
    }

    [Fact]
    public void Arguments_in_the_manifest_change_nothing() =>
        Assert.Equal("run web", Plan(Web("args: [--port, '8080']")).Pods[0].Containers[0].Command);

    [Fact]
    public void The_pod_knows_itself()
    {
        var environment = Environment("""
            env:
            - {name: NAME, valueFrom: {fieldRef: {fieldPath: metadata.name}}}
            - {name: NAMESPACE, valueFrom: {fieldRef: {fieldPath: metadata.namespace}}}
            - {name: IP, valueFrom: {fieldRef: {fieldPath: status.podIP}}}
            - {name: APP, valueFrom: {fieldRef: {fieldPath: "metadata.labels['app']"}}}
            """);

        Assert.StartsWith("web-", environment["NAME"], StringComparison.Ordinal);
        Assert.Equal(("shop", "127.0.0.1", "web"), (environment["NAMESPACE"], environment["IP"], environment["APP"]));
    }

    [Fact]
    public void Config_maps_and_secrets_of_the_manifest_are_read()
    {
        var manifest = Web("""
            envFrom: [{configMapRef: {name: settings}, prefix: S_}, {secretRef: {name: keys}}, {configMapRef: {name: none, optional: true}}]
            env:
            - {name: ONE, valueFrom: {configMapKeyRef: {name: settings, key: api}}}
            - {name: TWO, valueFrom: {secretKeyRef: {name: keys, key: b}}}
            - {name: THREE, valueFrom: {secretKeyRef: {name: keys, key: none, optional: true}}}
            """) + """
            ---
            {apiVersion: v1, kind: ConfigMap, metadata: {name: settings, namespace: shop}, data: {api: "api:80"}}
            ---
            {apiVersion: v1, kind: Secret, metadata: {name: keys, namespace: shop}, data: {a: YQ==, b: Yg==}, stringData: {a: override}}
            """;

        var plan = Plan(manifest);
        var environment = plan.Pods[0].Containers[0].Environment;

        Assert.Equal("127.0.0.1:10006", environment["S_api"]);
        Assert.Equal("127.0.0.1:10006", environment["ONE"]);
        Assert.Equal(("override", "b", "b"), (environment["a"], environment["b"], environment["TWO"]));
        Assert.False(environment.ContainsKey("THREE"));
        Assert.Empty(plan.Warnings);
    }

    [Fact]
    public void What_cannot_be_known_here_stays_unset_and_is_said()
    {
        var plan = Plan(Web("""
            envFrom: [{configMapRef: {name: none}}]
            env:
            - {name: UID, valueFrom: {fieldRef: {fieldPath: metadata.uid}}}
            - {name: CPU, valueFrom: {resourceFieldRef: {resource: limits.cpu}}}
            - {name: KEY, valueFrom: {secretKeyRef: {name: none, key: k}}}
            """));

        Assert.Equal(
            [
                "container main of deployment web: envFrom: config map none is not in the manifest",
                "container main of deployment web: UID is not set: the field metadata.uid is not known here",
                "container main of deployment web: CPU is not set: its source is not known here",
                "container main of deployment web: KEY is not set: key k of secret none is not known here",
            ],
            plan.Warnings.AsEnumerable());
        Assert.DoesNotContain("UID", plan.Pods[0].Containers[0].Environment.Keys);
    }

    [Fact]
    public void Apps_bind_loopback_and_stop_at_once_unless_the_manifest_says_otherwise()
    {
        Assert.Equal("127.0.0.1", Environment("")["HOST"]);
        Assert.Equal("0", Environment("")["SHUTDOWN_DELAY"]);
        Assert.Equal("0.0.0.0", Environment("env: [{name: HOST, value: 0.0.0.0}]")["HOST"]);
        Assert.Equal("9s", Environment("env: [{name: SHUTDOWN_DELAY, value: 9s}]")["SHUTDOWN_DELAY"]);
    }

    private static IReadOnlyDictionary<string, string> Environment(string container) => Plan(Web(container)).Pods[0].Containers[0].Environment;

    private static string Web(string container) => Deployment("web", ("ports: [{containerPort: 8080}]\n" + container).TrimEnd())
        + Service("api", "{name: http, port: 80}, {name: db, port: 5432}")
        + Deployment("api", "ports: [{containerPort: 80}, {containerPort: 5432}]");
}
