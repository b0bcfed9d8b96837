using Conduit.Kubernetes.Configuration;

namespace Conduit.Kubernetes.Tests.Configuration;

public sealed class ServiceAccountReaderTests : IDisposable
{
    private readonly ConfigurationFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Theory]
    [InlineData("10.96.0.1", "https://10.96.0.1/")]
    [InlineData("fd00::1", "https://[fd00::1]/")]
    public async Task A_pod_uses_its_service_account(string host, string url)
    {
        Mount(host);

        var config = _fixture.BuildFrom(path: null);

        Assert.Equal(new Uri(url), config.Host);
        Assert.Equal("conduit", config.Namespace);
        Assert.Single(config.SslCaCerts!);
        Assert.Equal("Bearer first", (await config.Credentials.GetAsync(CancellationToken.None)).Authorization?.ToString());
    }

    [Fact]
    public void A_kubeconfig_wins_over_the_service_account()
    {
        Mount("10.96.0.1");
        _fixture.Set("KUBECONFIG", _fixture.Folder.Write(
            "config",
            """
            current-context: c
            contexts: [{ name: c, context: { cluster: c } }]
            clusters: [{ name: c, cluster: { server: "https://a" } }]
            """));

        Assert.Equal(new Uri("https://a"), _fixture.BuildFrom(path: null).Host);
    }

    [Fact]
    public void Outside_a_pod_it_says_what_is_missing()
    {
        _fixture.Set("KUBERNETES_SERVICE_HOST", "10.96.0.1");

        var failure = Assert.Throws<KubeConfigException>(() => KubernetesClientConfiguration.InClusterConfig(_fixture.Environment, _fixture.Time));

        Assert.Equal("NotInCluster", failure.Id);
        Assert.Contains("automountServiceAccountToken", failure.Message, StringComparison.Ordinal);
    }

    private void Mount(string host)
    {
        _fixture.Set("KUBERNETES_SERVICE_HOST", host);
        _fixture.Set("KUBERNETES_SERVICE_PORT", "443");
        _fixture.Folder.Write(Path.Combine("serviceaccount", "ca.crt"), _fixture.Authority.Pem);
        _fixture.Folder.Write(Path.Combine("serviceaccount", "token"), "first");
        _fixture.Folder.Write(Path.Combine("serviceaccount", "namespace"), "conduit");
    }
}
