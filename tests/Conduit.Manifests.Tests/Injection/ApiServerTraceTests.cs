namespace Conduit.Manifests.Tests.Injection;

/// <summary>What API servers add to an injected object by themselves, and what must not stay behind.</summary>
public sealed class ApiServerTraceTests
{
    private const string Annotations = """
              annotations:
                conduit.io/created-by: conduit/cli 0.1.0
                conduit.io/proxy-version: 0.1.0
                conduit.io/replaced: '{"annotations":null,"initContainers":null,"labels":null}'
        """;

    [Fact]
    public void Labels_that_were_copied_from_the_pods_go_as_well() => Assert.Equal(
        """
        apiVersion: v1
        kind: ReplicationController
        metadata:
          labels:
            app: nginx
          name: nginx
        spec:
          selector:
            app: nginx
          template:
            metadata:
              creationTimestamp: null
              labels:
                app: nginx
            spec:
              containers:
              - name: nginx

        """,
        Uninject(
            $"""
            apiVersion: v1
            kind: ReplicationController
            metadata:
              labels:
                app: nginx
                conduit.io/control-plane-ns: conduit
                conduit.io/proxy-replication-controller: nginx
              name: nginx
            spec:
              selector:
                app: nginx
                conduit.io/control-plane-ns: conduit
                conduit.io/proxy-replication-controller: nginx
              template:
                metadata:
            {Annotations}
                  creationTimestamp: null
                  labels:
                    app: nginx
                    conduit.io/control-plane-ns: conduit
                    conduit.io/proxy-replication-controller: nginx
                spec:
                  containers:
                  - name: nginx
                  - name: conduit-proxy
                  initContainers:
                  - name: conduit-init

            """));

    [Fact]
    public void Labels_that_were_only_ours_leave_nothing() => Assert.Equal(
        """
        apiVersion: batch/v1
        kind: Job
        metadata:
          name: j
        spec:
          template:
            metadata:
              creationTimestamp: null
            spec:
              containers:
              - name: j

        """,
        Uninject(
            $"""
            apiVersion: batch/v1
            kind: Job
            metadata:
              labels:
                conduit.io/control-plane-ns: conduit
                conduit.io/proxy-job: j
              name: j
            spec:
              template:
                metadata:
            {Annotations}
                  creationTimestamp: null
                  labels:
                    conduit.io/control-plane-ns: conduit
                    conduit.io/proxy-job: j
                spec:
                  containers:
                  - name: j
                  - name: conduit-proxy
                  initContainers:
                  - name: conduit-init

            """));

    [Fact]
    public void Labels_that_a_deployment_has_itself_stay()
    {
        var metadata = "metadata: {name: d, labels: {conduit.io/control-plane-ns: conduit}}";
        var deployment = $"kind: Deployment\n{metadata}\nspec: {{template: {{spec: {{containers: [{{name: a}}]}}}}}}\n";

        var injected = Injector.Inject(new ManifestText("d.yml", deployment), Proxies.Native);

        Assert.Equal(deployment, Uninject(injected.Text));
    }

    [Fact]
    public void Annotations_about_our_containers_go_with_them() => Assert.Equal(
        "kind: Pod\nmetadata:\n  annotations:\n    container.seccomp.security.alpha.kubernetes.io/a: x\nspec:\n  containers:\n  - name: a\n",
        Uninject(
            """
            kind: Pod
            metadata:
              annotations:
                conduit.io/created-by: conduit/cli 0.1.0
                container.seccomp.security.alpha.kubernetes.io/a: x
                container.seccomp.security.alpha.kubernetes.io/conduit-init: runtime/default
                container.seccomp.security.alpha.kubernetes.io/conduit-proxy: runtime/default
            spec:
              containers:
              - name: a
              - name: conduit-proxy

            """));

    [Theory]
    [InlineData("{labels: , annotations: ~}", "\"labels\": null")]
    [InlineData("\n  labels:\n      {}\n  annotations:", "\"labels\": {}")]
    public void What_was_nothing_in_yaml_is_valid_in_json(string metadata, string expected)
    {
        var pod = $"kind: Pod\nmetadata: {metadata}\nspec: {{containers: [{{name: a}}]}}\n";
        var stored = Trees.ApiServer.ReserialiseAsJson(Injector.Inject(new ManifestText("p.yml", pod), Proxies.Native).Text);

        var back = Uninject(stored);

        Assert.Contains(expected, back, StringComparison.Ordinal);
        Assert.NotNull(System.Text.Json.Nodes.JsonNode.Parse(back));
    }

    [Fact]
    public void A_record_that_someone_damaged_leaves_empty_parents() => Assert.Equal(
        "kind: Pod\nmetadata:\n  annotations: {}\n  labels: {}\nspec:\n  containers:\n  - name: a\n",
        Uninject(
            """
            kind: Pod
            metadata:
              annotations:
                conduit.io/replaced: '{"labels":'
              labels:
                conduit.io/control-plane-ns: conduit
            spec:
              containers:
              - name: a

            """));

    private static string Uninject(string text) => Injector.Uninject(new ManifestText("x.yml", text)).Text;
}
