using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Conduit.Kubernetes.Client;
using Conduit.Kubernetes.Configuration;
using Conduit.Kubernetes.Credentials;
using Conduit.Kubernetes.Failures;
using Conduit.Kubernetes.Tests.Certificates;
using Conduit.Kubernetes.Tests.Servers;
using Conduit.Testing.Time;

namespace Conduit.Kubernetes.Tests.Client;

/// <summary>The way to the API server: who it is, who we are, and what is between.</summary>
public sealed class ConnectionTests : IDisposable
{
    private const string Version = """{"gitVersion":"v1.20.2"}""";

    private readonly TestAuthority _authority = new();

    public void Dispose() => _authority.Dispose();

    [Fact]
    public async Task A_server_of_the_right_authority_is_trusted()
    {
        await using var server = await StartAsync("127.0.0.1");

        await AskAsync(server.Configuration);
    }

    [Fact]
    public async Task An_expired_certificate_is_named_with_its_dates()
    {
        await using var server = await StartAsync("127.0.0.1", new DateTimeOffset(2021, 1, 1, 0, 0, 0, TimeSpan.Zero));

        var failure = await Assert.ThrowsAsync<ApiUnavailableException>(() => AskAsync(server.Configuration));

        Assert.Equal("ApiNotTrusted", failure.Id);
        Assert.Equal(
            $"the API server at {server.Url} is not to be trusted: its certificate holds from 2020-01-01 00:00 to 2021-01-01 00:00 UTC. "
            + "Have the cluster's certificates renewed, or check this machine's clock.",
            failure.Message);
    }

    [Fact]
    public async Task A_certificate_of_another_authority_is_named_with_its_issuer()
    {
        using var other = new TestAuthority();
        await using var server = await StartAsync("127.0.0.1");

        var failure = await Assert.ThrowsAsync<ApiUnavailableException>(() => AskAsync(server.Configuration with { SslCaCerts = other.Certificates }));

        Assert.Equal("ApiNotTrusted", failure.Id);
        Assert.Contains("whom the test's context does not trust", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_for_another_name_is_named_with_the_names_it_has()
    {
        await using var server = await StartAsync("api.internal");

        var failure = await Assert.ThrowsAsync<ApiUnavailableException>(() => AskAsync(server.Configuration));

        Assert.Contains("its certificate is for api.internal, not for 127.0.0.1", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_servers_name_can_be_given()
    {
        await using var server = await StartAsync("api.internal");

        await AskAsync(server.Configuration with { TlsServerName = "api.internal" });
    }

    [Fact]
    public async Task Any_certificate_will_do_where_that_is_asked_for()
    {
        await using var server = await StartAsync("api.internal", new DateTimeOffset(2021, 1, 1, 0, 0, 0, TimeSpan.Zero));

        await AskAsync(server.Configuration with { SslCaCerts = null, SkipTlsVerify = true });
    }

    [Fact]
    public async Task The_servers_own_certificate_may_be_listed_as_its_authority()
    {
        using var certificate = _authority.Issue("127.0.0.1");
        await using var server = (await FakeApiServer.StartAsync(_authority, certificate)).On("GET /version", Version);

        await AskAsync(server.Configuration with { SslCaCerts = [certificate] });
    }

    [Fact]
    public async Task A_client_certificate_is_shown()
    {
        using var certificate = _authority.Issue("ann");
        var shown = new TaskCompletionSource<string?>();
        await using var server = (await StartAsync("127.0.0.1")).On("GET /version", context =>
        {
            shown.SetResult(context.Connection.ClientCertificate?.Subject);
            return context.JsonAsync(Version);
        });

        await AskAsync(server.Configuration with { Credentials = new FixedCredentials(new Credential(Certificate: certificate)) });

        Assert.Equal("CN=ann", await Eventually.Ends(shown.Task));
    }

    [Fact]
    public async Task A_refused_credential_is_renewed_once()
    {
        await using var server = (await StartAsync("127.0.0.1")).On("GET /version", context =>
            context.Request.Headers.Authorization == "Bearer 2" ? context.JsonAsync(Version) : context.StatusAsync(401, "Unauthorized", "Unauthorized"));
        var credentials = new NumberedCredentials();
        using var client = new KubernetesClient(server.Configuration with { Credentials = credentials }, TimeProvider.System);

        await Eventually.Ends(client.GetVersionAsync(CancellationToken.None));
        credentials.Renew(new Credential());
        await Assert.ThrowsAsync<NotAuthenticatedException>(() => Eventually.Ends(client.GetVersionAsync(CancellationToken.None)));

        Assert.Equal(["Bearer 1", "Bearer 2", "Bearer 3", "Bearer 4"], server.Requests.Select(request => request.Headers["Authorization"]));
    }

    [Fact]
    public async Task Impersonation_and_a_path_below_the_host_are_sent_along()
    {
        await using var server = (await StartAsync("127.0.0.1")).On("GET /k8s/clusters/c-1/version", Version);

        await AskAsync(server.Configuration with
        {
            Host = new Uri(server.Url, "k8s/clusters/c-1"),
            Impersonation = [new("Impersonate-User", "bob"), new("Impersonate-Group", "a"), new("Impersonate-Group", "b")],
        });

        var headers = Assert.Single(server.Requests).Headers;
        Assert.Equal("bob", headers["Impersonate-User"]);
        Assert.Equal("a,b", headers["Impersonate-Group"].Replace(" ", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_proxy_on_the_way_is_used(bool refuses)
    {
        await using var server = await StartAsync("127.0.0.1");
        using var proxy = new ForwardingProxy(refuses);

        var failure = await Record.ExceptionAsync(() => AskAsync(server.Configuration with { ProxyUrl = proxy.Url }));

        Assert.Equal($"CONNECT {server.Url.Authority} HTTP/1.1", await Eventually.Ends(proxy.Asked));
        Assert.Equal(refuses ? "ApiProxyFailed" : null, (failure as ApiUnavailableException)?.Id);
        Assert.Equal(refuses, failure is not null);
    }

    [Fact]
    public async Task Where_nothing_listens_it_says_so()
    {
        var url = new Uri($"https://127.0.0.1:{UnusedPort()}");

        var failure = await Assert.ThrowsAsync<ApiUnavailableException>(() => AskAsync(Nowhere(url)));

        Assert.Equal("ApiRefusedConnection", failure.Id);
        Assert.Equal(
            $"nothing listens at {url}, where the test's context says that the API server is. Start the cluster, or choose another context with --context.",
            failure.Message);
    }

    [Fact]
    public async Task A_name_that_nobody_knows_is_named()
    {
        var failure = await Assert.ThrowsAsync<ApiUnavailableException>(() => AskAsync(Nowhere(new Uri("https://nowhere.invalid:6443"))));

        Assert.Equal("ApiNameUnknown", failure.Id);
        Assert.Contains("'nowhere.invalid'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_speaks_no_tls_is_told_apart()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var asked = AskAsync(Nowhere(new Uri($"https://{listener.LocalEndpoint}")));
        using var caller = await Eventually.Ends(listener.AcceptTcpClientAsync());
        await caller.GetStream().WriteAsync("HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray());

        var failure = await Assert.ThrowsAsync<ApiUnavailableException>(() => asked);

        Assert.Equal("ApiHandshakeFailed", failure.Id);
    }

    [Fact]
    public async Task A_server_that_never_answers_is_given_half_a_minute()
    {
        var reached = new TaskCompletionSource();
        await using var server = (await StartAsync("127.0.0.1")).On("GET /version", context =>
        {
            reached.SetResult();
            return context.UntilGoneAsync();
        });
        var time = new ManualTimeProvider();
        using var client = new KubernetesClient(server.Configuration, time);

        var asked = client.GetVersionAsync(CancellationToken.None);
        await Eventually.Ends(reached.Task);
        time.Advance(TimeSpan.FromSeconds(30));

        var failure = await Assert.ThrowsAsync<ApiUnavailableException>(() => Eventually.Ends(asked));
        Assert.Equal("ApiTimedOut", failure.Id);
        Assert.Contains("did not answer within 30 seconds", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waiting_for_a_login_is_not_held_against_the_server()
    {
        await using var server = await StartAsync("127.0.0.1");
        var time = new ManualTimeProvider();
        var login = new TaskCompletionSource<Credential>();
        using var client = new KubernetesClient(server.Configuration with { Credentials = new AwaitedCredentials(login.Task) }, time);

        var asked = client.GetVersionAsync(CancellationToken.None);
        time.Advance(TimeSpan.FromMinutes(1));
        login.SetResult(Credential.Bearer("secret"));

        Assert.Equal("v1.20.2", (await Eventually.Ends(asked)).GitVersion);
    }

    [Fact]
    public void A_connection_that_takes_too_long_is_silence_too()
    {
        var failure = new TaskCanceledException("cancelled", new TimeoutException("the configured limit"));

        var explained = TransportFailure.Of(failure, Nowhere(new Uri("https://10.0.0.1:6443")), certificateFault: null);

        Assert.Equal("ApiTimedOut", explained.Id);
        Assert.Equal(
            "the API server at https://10.0.0.1:6443/ (the test's context) did not answer in time. Check the network or the VPN, and that the cluster is up.",
            explained.Message);
    }

    [Fact]
    public async Task Cancelling_is_no_failure_of_the_server()
    {
        using var cancellation = new CancellationTokenSource();
        await using var server = (await StartAsync("127.0.0.1")).On("GET /version", async context =>
        {
            await cancellation.CancelAsync();
            await context.UntilGoneAsync();
        });
        using var client = server.Client();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Eventually.Ends(client.GetVersionAsync(cancellation.Token)));
    }

    private static KubernetesClientConfiguration Nowhere(Uri url) => new() { Host = url, Source = "the test's context" };

    private static int UnusedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task AskAsync(KubernetesClientConfiguration configuration)
    {
        using var client = new KubernetesClient(configuration, TimeProvider.System);
        Assert.Equal("v1.20.2", (await Eventually.Ends(client.GetVersionAsync(CancellationToken.None))).GitVersion);
    }

    private async Task<FakeApiServer> StartAsync(string subject, DateTimeOffset? end = null) =>
        (await FakeApiServer.StartAsync(_authority, _authority.Issue(subject, end))).On("GET /version", Version);

    private sealed class AwaitedCredentials(Task<Credential> login) : ICredentialSource
    {
        public async ValueTask<Credential> GetAsync(CancellationToken cancellationToken) => await login.WaitAsync(cancellationToken);

        public bool Renew(Credential refused) => false;
    }

    private sealed class NumberedCredentials : ICredentialSource
    {
        private int _number = 1;

        public ValueTask<Credential> GetAsync(CancellationToken cancellationToken) =>
            ValueTask.FromResult(new Credential(new AuthenticationHeaderValue("Bearer", _number.ToString(null, null))));

        public bool Renew(Credential refused)
        {
            _number++;
            return true;
        }
    }
}
