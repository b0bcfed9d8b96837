using System.Text.Json.Nodes;
using Conduit.Manifests.Tests.Schema;
using Conduit.Manifests.Tests.Trees;
using Conduit.Model.Addresses;
using Conduit.Model.Failures;
using Conduit.Testing.Snapshots;

namespace Conduit.Manifests.Tests.Install;

public sealed class InstallTests
{
    private static readonly InstallModel Default = new() { Proxy = Proxies.Native };

    private static readonly InstallModel Exposed = new()
    {
        Proxy = Proxies.Classic with { ControlPlaneNamespace = "mesh", ApiPort = new Port(9086), ImagePullPolicy = ImagePullPolicy.Always },
        ControllerLogLevel = "debug",
        ExposeApi = true,
    };

    private static readonly InstallModel Measured = Default with { Prometheus = true };

    public static TheoryData<string> Variants => ["native", "classic-exposed", "prometheus"];

    [Theory]
    [MemberData(nameof(Variants))]
    public void Install_renders_the_recorded_control_plane(string variant) => Snapshot.Match(Render(variant), "yml", $"variant={variant}");

    [Theory]
    [MemberData(nameof(Variants))]
    public void Two_renders_are_the_same_bytes(string variant) => Assert.Equal(Render(variant), Render(variant));

    [SchemaTheory]
    [MemberData(nameof(Variants))]
    public void Every_object_is_what_the_schema_knows(string variant)
    {
        var schema = KubernetesSchema.Read();

        Assert.All(Objects(Model(variant)), found => Assert.Empty(StrictValidator.Faults(schema, found)));
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public void The_control_plane_can_be_injected_again_and_plain_again(string variant)
    {
        var text = Render(variant);

        Assert.Equal(text, Injector.Inject(new ManifestText("install", text), Model(variant).Proxy).Text);
        Assert.DoesNotContain("conduit-init", Injector.Uninject(new ManifestText("install", text)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_control_planes_share_no_object()
    {
        var other = Default with { Proxy = Proxies.Native with { ControlPlaneNamespace = "other" } };

        Assert.Empty(Objects(Default).Select(Identity).Intersect(Objects(other).Select(Identity)));
    }

    [Fact]
    public void The_controller_reads_the_cluster_and_writes_nothing()
    {
        var verbs = Objects(Default).Where(found => found["kind"]!.ToString() == "ClusterRole")
            .SelectMany(role => role["rules"]!.AsArray())
            .SelectMany(rule => rule!["verbs"]!.AsArray())
            .Select(verb => verb!.ToString())
            .Distinct();

        Assert.Equal(["get", "list", "watch"], verbs);
    }

    [Fact]
    public void Without_expose_api_nothing_but_the_proxies_port_is_reachable()
    {
        Assert.Equal(["proxy-api"], Objects(Default).Where(found => found["kind"]!.ToString() == "Service").Select(Name));
        Assert.Equal(["proxy-api", "api", "web"], Objects(Exposed).Where(found => found["kind"]!.ToString() == "Service").Select(Name));
        Assert.Contains("--api-addr=127.0.0.1:8085", Installer.Render(Default).Text, StringComparison.Ordinal);
        Assert.Contains("--api-addr=0.0.0.0:8085", Installer.Render(Exposed).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_controllers_pod_keeps_to_the_restricted_profile_but_for_the_init_container()
    {
        var pod = Objects(Default).Single(found => found["kind"]!.ToString() == "Deployment")["spec"]!["template"]!["spec"]!.AsObject();

        Assert.All(RestrictedProfile.Violations(pod), violation => Assert.StartsWith("conduit-init: ", violation, StringComparison.Ordinal));
    }

    [Fact]
    public void The_pod_of_Prometheus_keeps_to_the_restricted_profile()
    {
        var pod = Objects(Measured).Single(found => Identity(found) == "Deployment conduit prometheus")["spec"]!["template"]!["spec"]!.AsObject();

        Assert.Empty(RestrictedProfile.Violations(pod));
    }

    [Fact]
    public void The_controller_asks_the_Prometheus_that_is_installed_or_the_one_that_is_named()
    {
        var theirs = Default with { PrometheusUrl = new Uri("http://prometheus.monitoring:9090/base") };

        Assert.DoesNotContain("--prometheus-url", Installer.Render(Default).Text, StringComparison.Ordinal);
        Assert.Contains("--prometheus-url=http://prometheus.conduit.svc.cluster.local:9090", Installer.Render(Measured).Text, StringComparison.Ordinal);
        Assert.Contains("--prometheus-url=http://prometheus.monitoring:9090/base", Installer.Render(theirs).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_dashboard_answers_under_the_names_that_it_is_exposed_by()
    {
        var exposed = Default with { ExposeApi = true, WebHosts = ["kubernetes.example.org", "10.0.0.1"] };

        Assert.DoesNotContain("--web-hosts", Installer.Render(Default).Text, StringComparison.Ordinal);
        Assert.Contains("--web-hosts=kubernetes.example.org,10.0.0.1", Installer.Render(exposed).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_Prometheus_of_ones_own_and_an_installed_one_exclude_each_other()
    {
        var both = Measured with { PrometheusUrl = new Uri("http://prometheus:9090") };

        Assert.Equal("PrometheusTwice", Assert.Throws<MisuseException>(() => Installer.Render(both)).Id);
    }

    [Fact]
    public void A_second_controller_is_refused()
    {
        var refused = Assert.Throws<ConduitException>(() => Installer.Render(Default with { ControllerReplicas = 2 }));

        Assert.StartsWith("controller-replicas: 2 controllers", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Replicas_of_what_is_not_installed_are_noted()
    {
        Assert.Empty(Installer.Render(Default).Notes);
        Assert.Equal(2, Installer.Render(Default with { WebReplicas = 2, PrometheusReplicas = 3 }).Notes.Length);
    }

    private static InstallModel Model(string variant) => variant switch
    {
        "native" => Default,
        "prometheus" => Measured,
        _ => Exposed,
    };

    private static string Render(string variant) => Installer.Render(Model(variant)).Text;

    private static IEnumerable<JsonObject> Objects(InstallModel model) =>
        YamlTree.Parse(Installer.Render(model).Text).Select(document => document!.AsObject());

    private static string Name(JsonObject found) => found["metadata"]!["name"]!.ToString();

    private static string Identity(JsonObject found) => $"{found["kind"]} {found["metadata"]!["namespace"]} {Name(found)}";
}
