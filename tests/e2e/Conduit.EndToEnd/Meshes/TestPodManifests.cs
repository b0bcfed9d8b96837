namespace Conduit.EndToEnd.Meshes;

/// <summary>Manifests that run the test pod's program.</summary>
internal static class TestPodManifests
{
    /// <summary>Option of inject that leaves the port over which tests talk to the pod out of the mesh.</summary>
    public const string SkipControl = "--skip-inbound-ports=8081";

    private static string Image =>
        $"{Environment.GetEnvironmentVariable("CONDUIT_REGISTRY") ?? "conduit.local"}/test-pod:0.1.0";

    public static string Namespace(string name) => $$"""
        apiVersion: v1
        kind: Namespace
        metadata:
          name: {{name}}
        ---

        """;

    /// <summary>A Deployment of one pod and its Service, with all ports of the program and 80 for 8080.</summary>
    public static string Deployment(string space, string name) => Service(space, name, headless: false) + Workload("Deployment", space, name);

    /// <summary>A StatefulSet of one pod and its headless Service.</summary>
    public static string StatefulSet(string space, string name) => Service(space, name, headless: true) + Workload("StatefulSet", space, name);

    public static string ExternalName(string space, string name, string target) => $$"""
        apiVersion: v1
        kind: Service
        metadata:
          name: {{name}}
          namespace: {{space}}
        spec:
          type: ExternalName
          externalName: {{target}}
        ---

        """;

    public static string Service(string space, string name, bool headless) => $$"""
        apiVersion: v1
        kind: Service
        metadata:
          name: {{name}}
          namespace: {{space}}
        spec:
          clusterIP: {{(headless ? "None" : "\"\"")}}
          selector:
            app: {{name}}
          ports:
          - {name: web, port: 80, targetPort: 8080}
          - {name: http, port: 8080}
          - {name: control, port: 8081}
          - {name: private, port: 8090}
          - {name: echo, port: 9000}
          - {name: greeter, port: 9001}
        ---

        """;

    private static string Workload(string kind, string space, string name) => $$"""
        apiVersion: apps/v1
        kind: {{kind}}
        metadata:
          name: {{name}}
          namespace: {{space}}
        spec:
          {{(kind == "StatefulSet" ? $"serviceName: {name}" : "replicas: 1")}}
          selector:
            matchLabels:
              app: {{name}}
          template:
            metadata:
              labels:
                app: {{name}}
            spec:
              hostAliases:
              - {ip: {{OutsideServer.Address}}, hostnames: [{{OutsideServer.Name}}]}
              containers:
              - name: test-pod
                image: {{Image}}
                readinessProbe:
                  httpGet: {path: /, port: 8081}
                resources:
                  requests: {cpu: 100m}
        ---

        """;
}
