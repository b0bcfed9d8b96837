using Conduit.Kubernetes.Models;

namespace Conduit.Controller.Tests.Doubles;

/// <summary>Objects of a cluster as its API server shows them, in YAML.</summary>
internal static class Shop
{
    public const string Objects = """
        { apiVersion: apps/v1, kind: Deployment, metadata: { name: web, namespace: shop } }
        ---
        apiVersion: apps/v1
        kind: ReplicaSet
        metadata:
          name: web-5f7
          namespace: shop
          ownerReferences: [{ apiVersion: apps/v1, kind: Deployment, name: web, controller: true }]
        ---
        { apiVersion: v1, kind: Service, metadata: { name: web, namespace: shop }, spec: { clusterIP: 10.96.0.7, ports: [{ port: 80 }] } }
        """;

    public static string Pod(string name, string ip) => $$"""
        apiVersion: v1
        kind: Pod
        metadata:
          name: {{name}}
          namespace: shop
          labels: { conduit.io/control-plane-ns: conduit, pod-template-hash: 5f7 }
          ownerReferences: [{ apiVersion: apps/v1, kind: ReplicaSet, name: web-5f7, controller: true }]
        spec: { containers: [{ name: web }, { name: conduit-proxy }] }
        status: { phase: Running, podIP: {{ip}}, conditions: [{ type: Ready, status: "True" }] }
        """;

    /// <summary>The slice of the service <c>web</c>.</summary>
    public static string Slice(params string[] pods) => $$"""
        apiVersion: discovery.k8s.io/v1
        kind: EndpointSlice
        metadata: { name: web-x, namespace: shop, labels: { kubernetes.io/service-name: web } }
        addressType: IPv4
        ports: [{ port: 8080 }]
        endpoints: [{{string.Join(", ", pods.Select(pod => $$"""{ addresses: [10.244.0.{{pod[^1]}}], targetRef: { kind: Pod, name: {{pod}} } }"""))}}]
        """;

    public static T One<T>(string yaml)
        where T : IKubernetesObject => Assert.IsType<T>(Assert.Single(FakeKubernetes.Read(yaml)));
}
