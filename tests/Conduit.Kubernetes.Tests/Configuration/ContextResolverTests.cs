using System.Text;
using Conduit.Kubernetes.Configuration;
using Conduit.Kubernetes.Credentials;
using Conduit.Kubernetes.Tests.Certificates;

namespace Conduit.Kubernetes.Tests.Configuration;

public sealed class ContextResolverTests : IDisposable
{
    private readonly ConfigurationFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public void A_cluster_is_read_in_full()
    {
        var config = _fixture.Build(
            $$"""
            current-context: here
            contexts:
            - name: here
              context: { cluster: c, namespace: shop }
            clusters:
            - name: c
              cluster:
                server: https://rancher.example/k8s/clusters/c-1
                certificate-authority-data: {{CertificateTexts.Base64(_fixture.Authority.Pem)}}
                insecure-skip-tls-verify: true
                tls-server-name: api.internal
                proxy-url: socks5://127.0.0.1:1080
            """);

        Assert.Equal(new Uri("https://rancher.example/k8s/clusters/c-1"), config.Host);
        Assert.Equal("shop", config.Namespace);
        Assert.Equal(_fixture.Authority.Pem, Assert.Single(config.SslCaCerts!).ExportCertificatePem());
        Assert.True(config.SkipTlsVerify);
        Assert.Equal("api.internal", config.TlsServerName);
        Assert.Equal(new Uri("socks5://127.0.0.1:1080"), config.ProxyUrl);
        Assert.Equal($"context 'here' of {_fixture.Folder.At("config")}", config.Source);
    }

    [Fact]
    public async Task Relative_paths_start_from_the_file_that_names_them()
    {
        using var certificate = _fixture.Authority.Issue("ann");
        _fixture.Folder.Write(Path.Combine("pki", "ca.pem"), _fixture.Authority.Pem);
        _fixture.Folder.Write(Path.Combine("pki", "ann.pem"), certificate.ExportCertificatePem());
        _fixture.Folder.Write(Path.Combine("pki", "ann.key"), certificate.KeyPem());
        var path = _fixture.Folder.Write(
            Path.Combine("configs", "config"),
            """
            current-context: here
            contexts: [{ name: here, context: { cluster: c, user: u } }]
            clusters: [{ name: c, cluster: { server: "https://10.0.0.1", certificate-authority: ../pki/ca.pem } }]
            users: [{ name: u, user: { client-certificate: ../pki/ann.pem, client-key: ../pki/ann.key } }]
            """);

        var config = _fixture.BuildFrom(path);
        var credential = await config.Credentials.GetAsync(CancellationToken.None);

        Assert.Single(config.SslCaCerts!);
        Assert.Equal(certificate.Thumbprint, credential.Certificate!.Thumbprint);
        Assert.True(credential.Certificate.HasPrivateKey);
    }

    [Fact]
    public async Task What_is_given_inline_wins_over_a_file()
    {
        using var certificate = _fixture.Authority.Issue("ann");
        var credential = await CredentialOf(
            $"""
                client-certificate: /absent
                client-key: /absent
                client-certificate-data: {CertificateTexts.Base64(certificate.ExportCertificatePem())}
                client-key-data: {CertificateTexts.Base64(certificate.KeyPem())}
            """);

        Assert.Equal(certificate.Thumbprint, credential.Certificate!.Thumbprint);
    }

    [Theory]
    [InlineData("    token: secret", "Bearer secret")]
    [InlineData("    username: ann\n    password: p4ss", "Basic YW5uOnA0c3M=")]
    [InlineData("    token: secret\n    username: ann", "Bearer secret")]
    [InlineData("    {}", null)]
    public async Task A_login_becomes_a_header(string fields, string? header) =>
        Assert.Equal(header, (await CredentialOf(fields)).Authorization?.ToString());

    [Fact]
    public async Task A_token_file_wins_over_a_token()
    {
        _fixture.Folder.Write("token", "from-file\n");

        Assert.Equal("Bearer from-file", (await CredentialOf("    token: inline\n    tokenFile: token")).Authorization?.ToString());
    }

    [Fact]
    public void Impersonation_becomes_headers()
    {
        var config = _fixture.BuildWithUser("    as: bob\n    as-uid: \"7\"\n    as-groups: [a, b]\n    as-user-extra: { acme.com/scopes: [view] }");

        Assert.Equal<KeyValuePair<string, string>>(
            [
                new("Impersonate-User", "bob"),
                new("Impersonate-Uid", "7"),
                new("Impersonate-Group", "a"),
                new("Impersonate-Group", "b"),
                new("Impersonate-Extra-acme.com%2Fscopes", "view"),
            ],
            config.Impersonation);
    }

    [Fact]
    public void An_expired_client_certificate_is_named_before_it_is_used()
    {
        using var certificate = _fixture.Authority.Issue("ann", new DateTimeOffset(2025, 6, 30, 12, 0, 0, TimeSpan.Zero));

        var failure = Assert.Throws<KubeConfigException>(() => _fixture.BuildWithUser(
            $"""
                client-certificate-data: {CertificateTexts.Base64(certificate.ExportCertificatePem())}
                client-key-data: {CertificateTexts.Base64(certificate.KeyPem())}
            """));

        Assert.Equal("CredentialsExpired", failure.Id);
        Assert.Contains("of user 'u'", failure.Message, StringComparison.Ordinal);
        Assert.Contains("expired on 2025-06-30 12:00 UTC", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("    client-certificate-data: AAAA", "'client-certificate' and 'client-key' need each other")]
    [InlineData("    client-certificate-data: '*'\n    client-key-data: AAAA", "'client-certificate-data' is not base64")]
    [InlineData("    client-certificate-data: AAAA\n    client-key-data: AAAA", "not in PEM form")]
    [InlineData("    client-certificate: absent.pem\n    client-key: absent.key", "the file of 'client-certificate' cannot be read")]
    public void A_broken_login_is_named_with_its_place(string fields, string reason)
    {
        var failure = Assert.Throws<KubeConfigException>(() => _fixture.BuildWithUser(fields));

        Assert.StartsWith($"the kubeconfig is broken: {_fixture.Folder.At("config")}, line 13: ", failure.Message, StringComparison.Ordinal);
        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_login_that_kubernetes_removed_says_what_took_its_place()
    {
        var failure = Assert.Throws<KubeConfigException>(() => _fixture.BuildWithUser("    auth-provider: { name: gcp }"));

        Assert.Equal("AuthProviderGone", failure.Id);
        Assert.Contains("exec plugin", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("prod", "there is no context 'prod' in {0}; there is dev, nowhere, stranger.")]
    [InlineData("nowhere", "there is no cluster 'gone' in {0}, which context 'nowhere' names; there is c, typo.")]
    [InlineData("stranger", "there is no user 'nobody' in {0}, which context 'stranger' names; there is none.")]
    [InlineData(null, "no context is chosen in {0}. Choose one with --context; there is dev, nowhere, stranger.")]
    public void What_a_context_lacks_is_named_with_what_there_is(string? context, string message)
    {
        var failure = Assert.Throws<KubeConfigException>(() => _fixture.Build(
            """
            contexts:
            - { name: nowhere, context: { cluster: gone } }
            - { name: stranger, context: { cluster: c, user: nobody } }
            - { name: dev, context: { cluster: typo } }
            clusters:
            - { name: c, cluster: { server: "https://10.0.0.1" } }
            - { name: typo, cluster: { server: "10.0.0.1:6443" } }
            """,
            context));

        Assert.Equal(string.Format(null, CompositeFormat.Parse(message), _fixture.Folder.At("config")), failure.Message);
    }

    [Theory]
    [InlineData("server: 10.0.0.1:6443", "'server' must be a URL such as https://10.0.0.1:6443, not '10.0.0.1:6443'")]
    [InlineData("insecure-skip-tls-verify: true", "cluster 'c' has no 'server'")]
    [InlineData("{ server: https://a, proxy-url: 'ftp://b' }", "'proxy-url' must be a URL such as http://10.0.0.1:6443, not 'ftp://b'")]
    [InlineData("{ server: https://a, certificate-authority-data: AAAA }", "'certificate-authority' holds no certificate in PEM form")]
    public void A_broken_cluster_is_named_with_its_place(string fields, string reason)
    {
        var failure = Assert.Throws<KubeConfigException>(() => _fixture.Build(
            $$"""
            current-context: here
            contexts: [{ name: here, context: { cluster: c } }]
            clusters:
            - name: c
              cluster:
                {{fields}}
            """));

        Assert.Equal($"the kubeconfig is broken: {_fixture.Folder.At("config")}, line 6: {reason}.", failure.Message);
    }

    private ValueTask<Credential> CredentialOf(string fields) => _fixture.BuildWithUser(fields).Credentials.GetAsync(CancellationToken.None);
}
