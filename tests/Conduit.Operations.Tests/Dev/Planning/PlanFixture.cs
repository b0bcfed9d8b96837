using System.Collections.Immutable;
using Conduit.Kubernetes.Serialization;
using Conduit.Model.Addresses;
using Conduit.Model.Failures;
using Conduit.Operations.Dev.Planning;

namespace Conduit.Operations.Tests.Dev.Planning;

/// <summary>Plans manifests with ports that count up from 10000.</summary>
internal static class PlanFixture
{
    public static PortPicker Ports() => new(new PortRange(new Port(10000), new Port(20000)), start: 0, new HashSet<Port>(), _ => true);

    public static DevPlan Plan(string manifest, params (string Name, string Command)[] commands) => new DevPlanner(
        "test",
        commands.ToImmutableDictionary(entry => entry.Name, entry => entry.Command),
        Ports()).Plan([.. Objects(manifest)]);

    public static IEnumerable<DevObject> Objects(string manifest) =>
        KubernetesYaml.LoadAllFromString(manifest).Select(read => new DevObject("app.yml", "/app", read, "default"));

    public static string Refusal(string manifest, params (string Name, string Command)[] commands) =>
        Assert.Throws<ConduitException>(() => Plan(manifest, commands)).Message;

    /// <summary>A deployment with one container, whose fields from <c>env:</c> or <c>ports:</c> on are given.</summary>
    public static string Deployment(string name, string container = "", string spec = "") => $$"""
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: {{name}}, namespace: shop}
        spec:
          {{spec}}
          template:
            metadata:
              labels: {app: {{name}}}
              annotations:
                dev.conduit.io/command: run {{name}}
            spec:
              containers:
              - name: main
                {{container.ReplaceLineEndings("\n        ")}}

        """;

    public static string Service(string name, string ports, string? app = null) => $$"""
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: {{name}}, namespace: shop}
        spec:
          selector: {app: {{app ?? name}}}
          ports: [{{ports}}]
        ---

        """;
}
