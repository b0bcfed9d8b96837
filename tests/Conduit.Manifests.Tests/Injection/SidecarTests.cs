using System.Text.Json.Nodes;
using Conduit.Manifests.Tests.Trees;
using Conduit.Model.Addresses;

namespace Conduit.Manifests.Tests.Injection;

public sealed class SidecarTests
{
    private const string Pod = "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {initContainers: [{name: i}], containers: [{name: a}]}\n";

    private const string Spec = "spec: {template: {spec: {containers: [{name: a}]}}}\n";

    [Fact]
    public void The_native_form_comes_before_the_users_init_containers_so_that_those_have_network()
    {
        var template = Inject(Pod, Proxies.Native);

        Assert.Equal(["conduit-init", "conduit-proxy", "i"], Names(template, "initContainers"));
        Assert.Equal(["a"], Names(template, "containers"));
        Assert.Equal("Always", Container(template, "conduit-proxy")["restartPolicy"]!.ToString());
        Assert.Equal("/ready", Container(template, "conduit-proxy")["startupProbe"]!["httpGet"]!["path"]!.ToString());
    }

    [Fact]
    public void The_classic_form_comes_last_in_both_lists()
    {
        var template = Inject(Pod, Proxies.Classic);

        Assert.Equal(["i", "conduit-init"], Names(template, "initContainers"));
        Assert.Equal(["a", "conduit-proxy"], Names(template, "containers"));
        Assert.Null(Container(template, "conduit-proxy")["restartPolicy"]);
        Assert.Null(Container(template, "conduit-proxy")["startupProbe"]);
    }

    [Fact]
    public void The_environment_is_in_the_contracts_order()
    {
        var model = Proxies.Native with { OpaquePorts = Ports("25,3306"), ProxyBindTimeout = TimeSpan.FromSeconds(90) };

        var proxy = Container(Inject(Pod, model), "conduit-proxy");

        Assert.Equal(
            [
                "LOG=warn,conduit_proxy=info", "BIND_TIMEOUT=90s", "CONTROL_URL=tcp://proxy-api.conduit.svc.cluster.local:8086",
                "CONTROL_LISTENER=tcp://0.0.0.0:4190", "METRICS_LISTENER=tcp://0.0.0.0:4191", "PRIVATE_LISTENER=tcp://127.0.0.1:4140",
                "PUBLIC_LISTENER=tcp://0.0.0.0:4143", "POD_NAMESPACE=metadata.namespace", "POD_NAME=metadata.name",
                "INBOUND_PORTS_DISABLE_PROTOCOL_DETECTION=25,3306", "OUTBOUND_PORTS_DISABLE_PROTOCOL_DETECTION=25,3306",
            ],
            proxy["env"]!.AsArray().Select(variable => $"{variable!["name"]!.ToString()["CONDUIT_PROXY_".Length..]}={Value(variable)}"));
    }

    [Fact]
    public void The_init_container_is_told_ports_and_user()
    {
        var model = Proxies.Native with { ProxyUid = 7, SkipInboundPorts = Ports("80,8000-8010"), SkipOutboundPorts = Ports("3306") };

        var init = Container(Inject(Pod, model), "conduit-init");

        Assert.Equal(
            "--incoming-proxy-port 4143 --outgoing-proxy-port 4140 --proxy-uid 7 "
                + "--inbound-ports-to-ignore 80,8000-8010,4190,4191 --outbound-ports-to-ignore 3306",
            string.Join(' ', init["args"]!.AsArray()));
    }

    [Theory]
    [InlineData("Deployment", "apps/v1", "conduit.io/proxy-deployment")]
    [InlineData("ReplicaSet", "apps/v1", "conduit.io/proxy-replica-set")]
    [InlineData("StatefulSet", "apps/v1", "conduit.io/proxy-stateful-set")]
    [InlineData("DaemonSet", "apps/v1", "conduit.io/proxy-daemon-set")]
    [InlineData("ReplicationController", "v1", "conduit.io/proxy-replication-controller")]
    [InlineData("Job", "batch/v1", "conduit.io/proxy-job")]
    public void Pods_carry_the_name_of_their_workload(string kind, string apiVersion, string label)
    {
        var template = Inject($"apiVersion: {apiVersion}\nkind: {kind}\nmetadata: {{name: w}}\n{Spec}", Proxies.Native);

        Assert.Equal("w", template["metadata"]!["labels"]![label]!.ToString());
        Assert.Equal("conduit", template["metadata"]!["labels"]!["conduit.io/control-plane-ns"]!.ToString());
    }

    [Fact]
    public void A_name_that_is_too_long_for_a_label_is_left_out()
    {
        var template = Inject($"kind: Deployment\nmetadata: {{name: {new string('n', 64)}}}\n{Spec}", Proxies.Native);

        Assert.Equal(["conduit.io/control-plane-ns"], template["metadata"]!["labels"]!.AsObject().Select(label => label.Key));
    }

    [Theory]
    [InlineData("mesh", "controller", "tcp://localhost.:8086")]
    [InlineData("mesh", "web", "tcp://proxy-api.mesh.svc.cluster.local:8086")]
    [InlineData("other", "controller", "tcp://proxy-api.mesh.svc.cluster.local:8086")]
    public void Only_the_controllers_own_proxy_finds_it_beside_itself(string podNamespace, string name, string url)
    {
        var pod = $"kind: Pod\nmetadata: {{name: {name}, namespace: {podNamespace}}}\nspec: {{containers: [{{name: a}}]}}\n";

        var proxy = Container(Inject(pod, Proxies.Native with { ControlPlaneNamespace = "mesh" }), "conduit-proxy");

        Assert.Contains(proxy["env"]!.AsArray(), variable => variable!["value"]?.ToString() == url);
    }

    [Theory]
    [InlineData(null, "conduit.local/proxy:0.1.0")]
    [InlineData("example.org:5000/proxy", "example.org:5000/proxy:0.1.0")]
    [InlineData("example.org:5000/proxy:dev", "example.org:5000/proxy:dev")]
    [InlineData("proxy@sha256:12", "proxy@sha256:12")]
    public void An_image_without_a_tag_gets_the_version(string? given, string expected) =>
        Assert.Equal(expected, Container(Inject(Pod, Proxies.Native with { ProxyImage = given }), "conduit-proxy")["image"]!.ToString());

    [Fact]
    public void A_workloads_annotations_beat_the_flags_and_its_pods_beat_its_own()
    {
        var container = Container(
            Inject(
                """
                kind: Deployment
                metadata: {name: w, annotations: {config.conduit.io/proxy-uid: "3", config.conduit.io/proxy-cpu-request: 10m}}
                spec:
                  template:
                    metadata: {annotations: {config.conduit.io/proxy-uid: "4", config.conduit.io/native-sidecar: "false"}}
                    spec: {containers: [{name: a}]}
                """,
                Proxies.Native with { ProxyUid = 5 }),
            "conduit-proxy");

        Assert.Equal("4", container["securityContext"]!["runAsUser"]!.ToString());
        Assert.Equal("10m", container["resources"]!["requests"]!["cpu"]!.ToString());
        Assert.Null(container["restartPolicy"]);
    }

    private static JsonObject Inject(string text, ProxyModel proxy) =>
        YamlTree.Parse(Injector.Inject(new ManifestText("x.yml", text), proxy).Text).SelectMany(PodTemplates.In).Single();

    private static IEnumerable<string> Names(JsonObject template, string list) =>
        template["spec"]![list]!.AsArray().Select(container => container!["name"]!.ToString());

    private static JsonObject Container(JsonObject template, string name) => new[] { "initContainers", "containers" }
        .SelectMany(list => template["spec"]![list]!.AsArray())
        .Single(container => container!["name"]!.ToString() == name)!
        .AsObject();

    private static string Value(JsonNode variable) => (variable["value"] ?? variable["valueFrom"]!["fieldRef"]!["fieldPath"])!.ToString();

    private static PortSet Ports(string text) => PortSet.TryParse(text, out var ports, out _) ? ports : PortSet.Empty;
}
