namespace Conduit.Testing.Clusters;

/// <summary>What an installed control plane looks like in a <see cref="FakeCluster"/>.</summary>
public static class ControlPlaneObjects
{
    public const string PodPath = "/api/v1/namespaces/conduit/pods/controller-1";

    private const string Labels = """{"app.kubernetes.io/part-of":"conduit","conduit.io/control-plane-component":"controller","conduit.io/control-plane-ns":"conduit"}""";

    /// <summary>A ready controller, whose API and dashboard are elsewhere.</summary>
    public static FakeCluster Install(this FakeCluster cluster, string apiAddress, string? webAddress = null)
    {
        cluster
            .Put("/api/v1/namespaces/conduit", $$"""{"metadata":{"labels":{{Labels}} } }""")
            .Put("/apis/apps/v1/namespaces/conduit/deployments/controller", $$"""{"metadata":{"labels":{{Labels}} } }""")
            .PutController("""{"phase":"Running","conditions":[{"type":"Ready","status":"True"}]}""")
            .Forward(PodPath, 8085, apiAddress);
        return webAddress is null ? cluster : cluster.Forward(PodPath, 8084, webAddress);
    }

    /// <param name="cluster">Where to.</param>
    /// <param name="status">The pod's status.</param>
    /// <param name="path">The pod's path.</param>
    public static FakeCluster PutController(this FakeCluster cluster, string status, string path = PodPath) =>
        cluster.Put(path, $$"""{"metadata":{"labels":{{Labels}} },"status":{{status}} }""");
}
