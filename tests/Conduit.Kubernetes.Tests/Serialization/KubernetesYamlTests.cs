using Conduit.Kubernetes.Models;
using Conduit.Kubernetes.Serialization;

namespace Conduit.Kubernetes.Tests.Serialization;

public sealed class KubernetesYamlTests
{
    private const string Deployment = """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
          namespace: shop
          labels: {app: web}
        spec:
          replicas: 2
          template:
            metadata:
              annotations:
                dev.conduit.io/command: run web
            spec:
              containers:
              - name: web
                ports:
                - containerPort: 8080
                env:
                - name: PORT
                  value: "8080"
                - name: NAME
                  valueFrom:
                    fieldRef: {fieldPath: metadata.name}
        """;

    [Fact]
    public void A_deployment_is_read_down_to_its_containers()
    {
        var deployment = Assert.IsType<V1Deployment>(Single(Deployment).Value);
        var container = Assert.Single(deployment.Spec!.Template!.Spec!.Containers!);

        Assert.Equal(("web", "shop", 2), (deployment.Metadata!.Name, deployment.Metadata.NamespaceProperty, deployment.Spec.Replicas));
        Assert.Equal("run web", deployment.Spec.Template.Metadata!.Annotations!["dev.conduit.io/command"]);
        Assert.Equal(8080, Assert.Single(container.Ports!).ContainerPort);
        Assert.Equal(["8080", null], container.Env!.Select(variable => variable.Value));
        Assert.Equal("metadata.name", container.Env![1].ValueFrom!.FieldRef!.FieldPath);
    }

    [Fact]
    public void A_target_port_is_a_number_or_a_name()
    {
        var service = Assert.IsType<V1Service>(Single("""
            apiVersion: v1
            kind: Service
            metadata: {name: web}
            spec:
              selector: {app: web}
              ports: [{port: 80, targetPort: 8080}, {port: 81, targetPort: http}, {port: 82}]
            """).Value);

        Assert.Equal(["8080", "http", null], service.Spec!.Ports!.Select(port => port.TargetPort?.Value));
    }

    [Fact]
    public void Several_documents_lists_and_empty_documents_become_one_sequence()
    {
        var objects = KubernetesYaml.LoadAllFromString("""
            ---
            # nothing
            ---
            apiVersion: v1
            kind: List
            items:
            - {apiVersion: v1, kind: ConfigMap, metadata: {name: a}, data: {key: value}}
            - {apiVersion: v1, kind: ServiceAccount, metadata: {name: b}}
            ---
            {"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "c"}, "data": {"key": "dmFsdWU="}}
            """);

        Assert.Equal(["a", "b", "c"], objects.Select(found => found.Value.Metadata!.Name));
        Assert.Equal([2, 2, 3], objects.Select(found => found.Document));
        Assert.IsType<KubernetesObject>(objects[1].Value);
        Assert.Equal("value"u8.ToArray(), Assert.IsType<V1Secret>(objects[2].Value).Data!["key"]);
    }

    [Fact]
    public void Anchors_and_merge_keys_are_followed()
    {
        var pod = Assert.IsType<V1Pod>(Single("""
            apiVersion: v1
            kind: Pod
            metadata:
              name: p
              labels: &labels {app: web}
              annotations:
                <<: *labels
                more: "yes"
            spec: {}
            """).Value);

        Assert.Equal("web", pod.Metadata!.Annotations!["app"]);
        Assert.Equal("yes", pod.Metadata.Annotations["more"]);
    }

    [Fact]
    public void A_number_where_text_belongs_is_placed_and_explained() => Assert.Equal(
        new YamlProblem(1, 20, 18, "spec.template.spec.containers[0].env[0].value: 8080 does not fit here (quote it if it is meant as text)"),
        Problem(Deployment.Replace("\"8080\"", "8080", StringComparison.Ordinal)));

    [Fact]
    public void Text_where_a_number_belongs_is_placed() => Assert.Equal(
        new YamlProblem(1, 8, 13, "spec.replicas: \"two\" does not fit here"),
        Problem(Deployment.Replace("replicas: 2", "replicas: \"two\"", StringComparison.Ordinal)));

    [Fact]
    public void Every_bad_object_is_reported()
    {
        var failure = Assert.Throws<KubernetesYamlException>(() => KubernetesYaml.LoadAllFromString("""
            just text
            ---
            kind: Pod
            ---
            {apiVersion: v1, kind: Pod, metadata: [], spec: {}}
            """));

        Assert.Equal([(1, 1), (2, 3), (3, 5)], failure.Problems.Select(problem => (problem.Document, problem.Line)));
    }

    [Fact]
    public void Broken_yaml_names_its_document_and_line()
    {
        var problem = Problem(Deployment + "\n---\nkind: [Pod\nmetadata: {}\n");

        Assert.Equal(2, problem.Document);
        Assert.InRange(problem.Line, 25, 28);
    }

    [Fact]
    public void A_problem_is_placed_at_the_innermost_part_that_exists()
    {
        var deployment = Single(Deployment);

        Assert.Equal(15, deployment.Problem("spec.template.spec.containers[0].lifecycle.preStop", "missing").Line);
        Assert.Equal(12, deployment.Problem("spec.template.metadata.annotations['dev.conduit.io/command']", "odd").Line);
    }

    private static KubernetesYamlObject Single(string text) => Assert.Single(KubernetesYaml.LoadAllFromString(text));

    private static YamlProblem Problem(string text) =>
        Assert.Single(Assert.Throws<KubernetesYamlException>(() => KubernetesYaml.LoadAllFromString(text)).Problems);
}
