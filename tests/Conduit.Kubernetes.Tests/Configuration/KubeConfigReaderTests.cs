using Conduit.Kubernetes.Configuration;

namespace Conduit.Kubernetes.Tests.Configuration;

public sealed class KubeConfigReaderTests
{
    [Theory]
    [InlineData("clusters:\n- name: c\n  cluster: [\n", 4)]
    [InlineData("a: b\nclusters:\n\t- name: c\n", 3)]
    [InlineData("just text", 1)]
    [InlineData("\nclusters: none\n", 2)]
    [InlineData("clusters:\n- c\n", 2)]
    [InlineData("clusters:\n- cluster: {}\n", 2)]
    [InlineData("clusters:\n- name: c\n  cluster:\n    server: [1]\n", 4)]
    [InlineData("clusters:\n- name: c\n  cluster:\n    insecure-skip-tls-verify: perhaps\n", 4)]
    [InlineData("users:\n- name: u\n  user:\n    exec:\n      apiVersion: client.authentication.k8s.io/v1alpha1\n      command: login\n", 5)]
    [InlineData("users:\n- name: u\n  user:\n    exec:\n      apiVersion: client.authentication.k8s.io/v1\n", 5)]
    public void What_is_broken_is_named_with_its_file_and_line(string text, int line)
    {
        var failure = Assert.Throws<KubeConfigException>(() => KubeConfigReader.Read("/home/ann/.kube/config", text));

        Assert.Equal("KubeconfigInvalid", failure.Id);
        Assert.StartsWith($"the kubeconfig is broken: /home/ann/.kube/config, line {line}: ", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing yet\n")]
    [InlineData("apiVersion: v1\nkind: Config\nclusters: null\ncontexts: []\nusers:\ncurrent-context: \"\"\n")]
    public void A_file_without_entries_is_fine(string text)
    {
        var config = KubeConfigReader.Read("config", text);

        Assert.Empty(config.Contexts);
        Assert.Null(config.CurrentContext);
    }
}
