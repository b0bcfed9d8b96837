using Conduit.Kubernetes.Configuration;

namespace Conduit.Kubernetes.Tests.Configuration;

public sealed class KubeConfigLoaderTests : IDisposable
{
    private const string First = """
        contexts:
        - { name: dev, context: { cluster: c, user: u, namespace: first } }
        clusters:
        - { name: c, cluster: { server: "https://first:6443" } }
        """;

    private const string Second = """
        current-context: dev
        contexts:
        - { name: dev, context: { cluster: other, user: u, namespace: second } }
        - { name: prod, context: { cluster: c, user: u } }
        clusters:
        - { name: c, cluster: { server: "https://second:6443" } }
        users:
        - { name: u, user: { token: t } }
        """;

    private readonly ConfigurationFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public void Several_files_make_one_and_the_first_to_say_something_wins()
    {
        var first = _fixture.Folder.Write("first", First);
        var second = _fixture.Folder.Write("second", Second);
        _fixture.Set("KUBECONFIG", string.Join(Path.PathSeparator, first, _fixture.Folder.At("absent"), second, first));

        var current = _fixture.BuildFrom(path: null);
        var prod = _fixture.BuildFrom(path: null, "prod");

        Assert.Equal("dev", current.CurrentContext);
        Assert.Equal("first", current.Namespace);
        Assert.Equal(new Uri("https://first:6443"), current.Host);
        Assert.Equal(new Uri("https://first:6443"), prod.Host);
        Assert.Null(prod.Namespace);
    }

    [Fact]
    public void Without_a_variable_the_home_folder_is_asked()
    {
        _fixture.Folder.Write(Path.Combine("home", ".kube", "config"), Second.Replace("cluster: other", "cluster: c", StringComparison.Ordinal));

        Assert.Equal(new Uri("https://second:6443"), _fixture.BuildFrom(path: null).Host);
    }

    [Fact]
    public void A_named_file_is_the_only_one_and_must_exist()
    {
        _fixture.Set("KUBECONFIG", _fixture.Folder.Write("first", First));
        var absent = _fixture.Folder.At("absent");

        var failure = Assert.Throws<KubeConfigException>(() => _fixture.BuildFrom(absent));

        Assert.Equal("KubeconfigMissing", failure.Id);
        Assert.StartsWith($"there is no kubeconfig at {absent}. Give the right path with --kubeconfig", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_leads_to_a_cluster_the_places_looked_at_are_named()
    {
        var failure = Assert.Throws<KubeConfigException>(() => _fixture.BuildFrom(path: null));

        Assert.Equal(
            $"no kubeconfig was found (looked for {_fixture.Folder.At(Path.Combine("home", ".kube", "config"))}). Name one with --kubeconfig or KUBECONFIG.",
            failure.Message);
    }
}
