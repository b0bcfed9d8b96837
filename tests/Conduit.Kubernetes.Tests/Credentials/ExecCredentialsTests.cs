using System.Text.Json;
using Conduit.Kubernetes.Configuration;
using Conduit.Kubernetes.Credentials;
using Conduit.Kubernetes.Tests.Certificates;
using Conduit.Kubernetes.Tests.Configuration;
using Conduit.Testing.Time;

namespace Conduit.Kubernetes.Tests.Credentials;

public sealed class ExecCredentialsTests : IDisposable
{
    private const string V1 = "client.authentication.k8s.io/v1";
    private const string V1Beta1 = "client.authentication.k8s.io/v1beta1";

    private readonly ConfigurationFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [ShellTheory]
    [InlineData(V1)]
    [InlineData(V1Beta1)]
    public async Task A_plugin_beside_the_kubeconfig_hands_out_a_token(string version)
    {
        Script($"echo '{Answer(version, token: "secret")}'");

        Assert.Equal("Bearer secret", (await AskAsync(Plugin(version))).Authorization?.ToString());
    }

    [ShellTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_plugin_gets_its_arguments_its_environment_and_the_cluster_if_it_asks(bool provideClusterInfo)
    {
        Script($"""
            printf '%s|%s|' "$*" "$REGION" > "$(dirname "$0")/seen"
            printf '%s' "$KUBERNETES_EXEC_INFO" >> "$(dirname "$0")/seen"
            [ -z "$(cat)" ] || exit 1
            echo '{Answer(V1, token: "secret")}'
            """);

        var further = provideClusterInfo ? ", provideClusterInfo: true" : "";
        await AskAsync(Plugin(V1, "args: [get-token, --quiet], env: [{ name: REGION, value: north }]" + further));

        var seen = (await File.ReadAllTextAsync(_fixture.Folder.At("seen"))).Split('|');
        var info = JsonDocument.Parse(seen[2]).RootElement;
        Assert.Equal(["get-token --quiet", "north"], seen[..2]);
        Assert.Equal(V1, info.GetProperty("apiVersion").GetString());
        Assert.False(info.GetProperty("spec").GetProperty("interactive").GetBoolean());
        Assert.Equal(provideClusterInfo, info.GetProperty("spec").TryGetProperty("cluster", out var cluster));
        Assert.Equal(provideClusterInfo ? "https://10.0.0.1:6443" : null, provideClusterInfo ? cluster.GetProperty("server").GetString() : null);
    }

    [ShellFact]
    public async Task A_certificate_and_its_key_serve_as_well()
    {
        using var certificate = _fixture.Authority.Issue("ann");
        _fixture.Folder.Write("answer", Answer(V1, token: null, certificate: certificate.ExportCertificatePem(), key: certificate.KeyPem()));
        Script("cat \"$(dirname \"$0\")/answer\"");

        Assert.Equal(certificate.Thumbprint, (await AskAsync(Plugin(V1))).Certificate!.Thumbprint);
    }

    [ShellFact]
    public async Task An_answer_is_kept_until_it_expires_or_is_refused()
    {
        Script($"""
            echo run >> "$(dirname "$0")/runs"
            echo '{Answer(V1, token: "secret", expires: "2026-01-01T01:00:00Z")}'
            """);
        var credentials = _fixture.BuildWithUser(Plugin(V1)).Credentials;

        await credentials.GetAsync(CancellationToken.None);
        var first = await credentials.GetAsync(CancellationToken.None);
        Assert.Equal(1, Runs());

        _fixture.Time.Advance(TimeSpan.FromHours(1));
        var second = await credentials.GetAsync(CancellationToken.None);
        Assert.Equal(2, Runs());

        // Somebody else's request was refused with the first; the second is still good.
        credentials.Renew(first);
        credentials.Renew(second);
        await credentials.GetAsync(CancellationToken.None);
        Assert.Equal(3, Runs());
    }

    [ShellFact]
    public async Task All_who_ask_while_it_runs_wait_for_the_same_answer()
    {
        Script($"""
            echo run >> "$(dirname "$0")/runs"
            while [ ! -e "$(dirname "$0")/go" ]; do sleep 0.1; done
            echo '{Answer(V1, token: "secret")}'
            """);
        var credentials = _fixture.BuildWithUser(Plugin(V1)).Credentials;
        using var impatient = new CancellationTokenSource();

        var first = credentials.GetAsync(impatient.Token).AsTask();
        var second = credentials.GetAsync(CancellationToken.None).AsTask();
        await Eventually.Holds(() => File.Exists(_fixture.Folder.At("runs")));
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Eventually.Ends(first));
        _fixture.Folder.Write("go", "");

        Assert.Equal("secret", (await Eventually.Ends(second)).Authorization!.Parameter);
        Assert.Equal(1, Runs());
    }

    [ShellFact]
    public async Task A_plugin_that_does_not_end_is_ended()
    {
        Script("""
            echo run >> "$(dirname "$0")/runs"
            exec sleep 1000
            """);
        var asked = AskAsync(Plugin(V1));

        await Eventually.Holds(() => File.Exists(_fixture.Folder.At("runs")));
        _fixture.Time.Advance(TimeSpan.FromMinutes(2));

        var failure = await Assert.ThrowsAsync<KubeConfigException>(() => Eventually.Ends(asked));
        Assert.EndsWith("did not end within 2 minutes.", failure.Message, StringComparison.Ordinal);
    }

    [ShellTheory]
    [InlineData("echo 'no session' >&2; exit 3", "ended with exit code 3: no session.")]
    [InlineData("echo hello", "answered with something that is no JSON.")]
    [InlineData("echo '{}'", "answered with '' of '' instead of an ExecCredential of 'client.authentication.k8s.io/v1'.")]
    [InlineData(
        """echo '{"apiVersion":"client.authentication.k8s.io/v1","kind":"ExecCredential","status":{}}'""",
        "answered without a token and without a certificate and its key.")]
    public async Task A_plugin_that_fails_is_named_with_its_place(string script, string reason)
    {
        Script(script);

        var failure = await Assert.ThrowsAsync<KubeConfigException>(() => AskAsync(Plugin(V1)));

        Assert.Equal("CredentialPluginFailed", failure.Id);
        Assert.Equal($"the credential plugin './login' ({_fixture.Folder.At("config")}, line 13) {reason}", failure.Message);
    }

    [Fact]
    public async Task A_plugin_that_is_not_there_says_how_to_get_it()
    {
        var failure = await Assert.ThrowsAsync<KubeConfigException>(() => AskAsync(Plugin(V1, "installHint: See https://example.com/login")));

        Assert.Contains("cannot be started", failure.Message, StringComparison.Ordinal);
        Assert.EndsWith("See https://example.com/login.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plugin_that_must_ask_a_person_is_not_started()
    {
        var failure = await Assert.ThrowsAsync<KubeConfigException>(() => AskAsync(Plugin(V1, "interactiveMode: Always")));

        Assert.Contains("terminal", failure.Message, StringComparison.Ordinal);
    }

    private static string Plugin(string version, string further = "args: []") =>
        $$"""    exec: { apiVersion: {{version}}, command: ./login, {{further}} }""";

    private static string Answer(string version, string? token, string? expires = null, string? certificate = null, string? key = null) =>
        JsonSerializer.Serialize(new
        {
            apiVersion = version,
            kind = "ExecCredential",
            status = new { token, expirationTimestamp = expires, clientCertificateData = certificate, clientKeyData = key },
        });

    private async Task<Credential> AskAsync(string user) => await _fixture.BuildWithUser(user).Credentials.GetAsync(CancellationToken.None);

    private int Runs() => File.ReadAllLines(_fixture.Folder.At("runs")).Length;

    private void Script(string body)
    {
        var path = _fixture.Folder.Write("login", $"#!/bin/sh\n{body}\n");

        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
