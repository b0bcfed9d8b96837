using System.Text.Json;
using System.Text.Json.Serialization;
using Conduit.Operations.Dev.Planning;
using Conduit.Testing.Repository;
using Conduit.Testing.Snapshots;
using static Conduit.Operations.Tests.Dev.Planning.PlanFixture;

namespace Conduit.Operations.Tests.Dev.Planning;

public sealed class DevPlannerTests
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(), new PortConverter() },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [Fact]
    public void The_sample_is_planned_as_recorded()
    {
        var plan = Plan(File.ReadAllText(RepositoryFiles.At("samples", "emojivoto", "emojivoto.yml")));

        Snapshot.Match(JsonSerializer.Serialize(plan, Readable), extension: "json");
    }

    [Fact]
    public void Two_plans_of_the_same_manifest_are_equal() => Assert.Equal(
        JsonSerializer.Serialize(Plan(Deployment("web", "ports: [{containerPort: 80}]"))),
        JsonSerializer.Serialize(Plan(Deployment("web", "ports: [{containerPort: 80}]"))));

    [Fact]
    public void Every_replica_has_its_own_name_and_ports()
    {
        var plan = Plan(Deployment("web", "ports: [{containerPort: 80}]", "replicas: 3") + Service("web", "{port: 80}"));

        Assert.Equal(3, plan.Pods.Select(pod => pod.Name).Distinct().Count());
        var ports = plan.Pods.SelectMany(pod => pod.Containers[0].Ports).SelectMany(port => new[] { port.AppPort, port.InboundPort });
        Assert.Equal(6, ports.Distinct().Count());
        Assert.Equal(
            plan.Pods.Select(pod => $"127.0.0.1:{pod.Containers[0].Ports[0].InboundPort}"),
            plan.Services[0].Ports[0].Endpoints.Select(endpoint => endpoint.Address));
        Assert.Equal(3, Assert.Single(plan.Workloads).Replicas);
    }

    [Fact]
    public void A_deployment_of_no_replicas_has_no_pods() => Assert.Empty(Plan(Deployment("web", spec: "replicas: 0")).Pods);

    [Theory]
    [InlineData("Deployment", "apps/v1", "^web-[a-z0-9]{9}-[a-z0-9]{5}$", "Always")]
    [InlineData("StatefulSet", "apps/v1", "^web-0$", "Always")]
    [InlineData("DaemonSet", "apps/v1", "^web-[a-z0-9]{5}$", "Always")]
    [InlineData("ReplicaSet", "apps/v1", "^web-[a-z0-9]{5}$", "Always")]
    [InlineData("Job", "batch/v1", "^web-[a-z0-9]{5}$", "Never")]
    public void Pods_are_named_and_restarted_as_their_owner_wants(string kind, string version, string name, string restart)
    {
        var manifest = Deployment("web")
            .Replace("kind: Deployment", $"kind: {kind}", StringComparison.Ordinal)
            .Replace("apps/v1", version, StringComparison.Ordinal);

        var pod = Assert.Single(Plan(manifest).Pods);

        Assert.Matches(name, pod.Name);
        Assert.Equal(kind, pod.Owner!.Kind.ToString());
        Assert.Equal(restart, pod.Restart.ToString());
    }

    [Fact]
    public void A_bare_pod_keeps_its_name_and_has_no_owner()
    {
        var plan = Plan("""
            apiVersion: v1
            kind: Pod
            metadata:
              name: once
              annotations: {dev.conduit.io/command: run}
            spec:
              restartPolicy: OnFailure
              containers: [{name: main}]
            """);

        var pod = Assert.Single(plan.Pods);
        Assert.Equal(("default/once", null, RestartPolicy.OnFailure), (pod.FullName, pod.Owner, pod.Restart));
        Assert.Empty(plan.Workloads);
    }

    [Fact]
    public void Builds_run_once_per_distinct_command()
    {
        const string Annotation = "dev.conduit.io/command: run";
        var first = Deployment("a").Replace(Annotation, "dev.conduit.io/build: make\n        " + Annotation, StringComparison.Ordinal);
        var third = Deployment("c").Replace(Annotation, "dev.conduit.io/build: make c\n        " + Annotation, StringComparison.Ordinal);

        var plan = Plan(first + "---\n" + first.Replace("name: a", "name: b", StringComparison.Ordinal) + "---\n" + third);

        Assert.Equal([new BuildPlan("make", "/app"), new BuildPlan("make c", "/app")], plan.Builds.AsEnumerable());
    }

    [Fact]
    public void The_users_command_beats_the_annotation() =>
        Assert.Equal("mine", Plan(Deployment("web"), ("web", "mine")).Pods[0].Containers[0].Command);

    [Fact]
    public void Containers_of_one_pod_are_told_apart_by_suffix_and_share_their_ports()
    {
        var plan = Plan("""
            apiVersion: v1
            kind: Pod
            metadata:
              name: two
              annotations:
                dev.conduit.io/command.web: run web
                dev.conduit.io/command: never
            spec:
              containers:
              - {name: web, ports: [{containerPort: 8080}]}
              - {name: side, env: [{name: WEB, value: "http://localhost:8080/"}]}
              - {name: conduit-proxy}
            """, ("two/side", "run side"));

        var containers = plan.Pods[0].Containers;
        Assert.Equal(["run web", "run side"], containers.Select(container => container.Command));
        Assert.Equal($"http://127.0.0.1:{containers[0].Ports[0].AppPort}/", containers[1].Environment["WEB"]);
    }

    [Fact]
    public void A_service_leads_to_named_and_numbered_target_ports()
    {
        var plan = Plan(
            Deployment("web", "ports: [{name: http, containerPort: 8080}, {containerPort: 9090}]")
            + Service("web", "{name: a, port: 80, targetPort: http}, {name: b, port: 9090}, {name: c, port: 1, targetPort: 1234}"));

        var ports = plan.Pods[0].Containers[0].Ports;
        Assert.Equal(
            [$"127.0.0.1:{ports[0].InboundPort}", $"127.0.0.1:{ports[1].InboundPort}", null],
            plan.Services[0].Ports.Select(port => port.Endpoints.FirstOrDefault()?.Address));
        Assert.Equal(["port 1 of service web leads to port 1234, which no container of its pods declares"], plan.Warnings.AsEnumerable());
    }

    [Fact]
    public void The_page_is_the_service_on_port_80()
    {
        var plan = Plan(
            Deployment("api", "ports: [{name: http, containerPort: 1}]") + Service("api", "{name: http, port: 8080, targetPort: http}")
            + Deployment("web", "ports: [{containerPort: 2}]") + Service("web", "{port: 80, targetPort: 2}"));

        Assert.Equal($"http://127.0.0.1:{plan.Pods[1].Containers[0].Ports[0].InboundPort}/", plan.AppUrl);
    }

    [Fact]
    public void A_container_that_nothing_says_how_to_run_is_refused_with_the_way_out() => Assert.Equal(
        "app.yml: document 1, line 13, column 9: nothing says how container main of deployment web runs here; "
        + "annotate its pod template with dev.conduit.io/command, or give --command web=…",
        Refusal(Deployment("web").Replace("dev.conduit.io/command: run web", "other: value", StringComparison.Ordinal)));

    [Fact]
    public void Every_fault_is_reported_at_once()
    {
        var refusal = Refusal(
            Deployment("web", "ports: [{name: http}]", "replicas: -1")
            + "---\n" + Deployment("api", "ports: [{containerPort: 99999}]")
            + "---\n{apiVersion: apps/v1, kind: Deployment, metadata: {name: empty}}",
            ("nobody", "x"));

        Assert.Equal(
            [
                "app.yml: document 1, line 5, column 13: deployment web cannot have -1 replicas",
                "app.yml: document 3, line 31, column 1: deployment empty has no spec.template",
                "app.yml: document 2, line 29, column 17: container main has a port without a containerPort from 1 to 65535",
                "--command nobody=…: the manifest has no workload or workload/container of that name that it could be for",
            ],
            refusal.Split('\n'));
    }

    [Fact]
    public void A_manifest_without_workloads_is_refused() =>
        Assert.StartsWith("nothing to run", Refusal("{apiVersion: v1, kind: Namespace, metadata: {name: a}}"));

    [Fact]
    public void What_is_left_out_is_said()
    {
        var plan = Plan(Deployment("web", "ports: [{containerPort: 53, protocol: UDP}]")
            + "      initContainers: [{name: setup}]\n---\n{apiVersion: batch/v1, kind: CronJob, metadata: {name: nightly}}");

        Assert.Equal(
            [
                "cronjob nightly: kind CronJob is not run in a dev mesh",
                "init container setup of deployment web is not run in a dev mesh",
                "port 53 of container main of deployment web is UDP, which a dev mesh does not carry",
            ],
            plan.Warnings.AsEnumerable());
    }
}
