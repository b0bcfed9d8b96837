using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Conduit.Cli.Tests.Running;
using Conduit.Testing.Api;
using Conduit.Testing.Clusters;

namespace Conduit.Cli.Tests.Hosting;

/// <summary>Whatever stands between a verb and a cluster's mesh: one clear message, the next step, exit code 1, nothing on stdout.</summary>
public sealed class ClusterFaultTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("conduit-cluster-faults-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Theory]
    [InlineData("clusters: [", "the kubeconfig is broken: ")]
    [InlineData("just words", "the kubeconfig is broken: ")]
    [InlineData("kind: Config", "no context is chosen in ")]
    public Task A_broken_kubeconfig_is_named(string kubeconfig, string said) => SaysAsync(kubeconfig, said, "config");

    [Fact]
    public Task An_expired_certificate_is_named() => SaysAsync(
        KubeconfigWithExpiredCertificate(),
        "the client certificate of user 'u' (",
        "expired on 2001-01-01 00:00 UTC. Get a new kubeconfig");

    [Fact]
    public Task A_server_that_does_not_listen_is_named()
    {
        // Bound without listening, the port is nobody else's and refuses.
        using var bound = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        bound.Bind(new IPEndPoint(IPAddress.Loopback, 0));

        return SaysAsync(FakeCluster.KubeconfigFor($"http://{bound.LocalEndPoint}"), $"nothing listens at http://{bound.LocalEndPoint}/", "--context");
    }

    [Fact]
    public Task A_server_without_an_address_is_named() =>
        SaysAsync(FakeCluster.KubeconfigFor("https://no-such-host.invalid:6443"), "the name 'no-such-host.invalid' of the API server", "Check 'server'");

    [Fact]
    public async Task Credentials_that_are_not_accepted_are_named()
    {
        await using var cluster = await FakeCluster.StartAsync();
        cluster.Refuse("/api/v1/namespaces/conduit/pods", 401, "Unauthorized", "Unauthorized");

        await SaysAsync(cluster.Kubeconfig, $"the API server at {cluster.Url} does not accept the credentials of context 'test'", "Log in again");
    }

    [Fact]
    public async Task A_missing_permission_is_named()
    {
        await using var cluster = await FakeCluster.StartAsync();
        await using var api = await FakeApi.StartAsync();
        cluster.Install(api.Address).Refuse(
            $"{ControlPlaneObjects.PodPath}/portforward", 403, "Forbidden", "User \"eve\" cannot get resource \"pods/portforward\" in the namespace \"conduit\"");

        await SaysAsync(cluster.Kubeconfig, "this is not permitted: User \"eve\" cannot get resource \"pods/portforward\"", "Ask for a role that allows it");
    }

    [Fact]
    public async Task A_missing_control_plane_is_named()
    {
        await using var cluster = await FakeCluster.StartAsync();

        await SaysAsync(
            cluster.Kubeconfig,
            "Conduit is not running in the \"conduit\" namespace\n",
            "Install with: conduit install --conduit-namespace conduit | kubectl apply -f -");
    }

    [Fact]
    public async Task A_controller_that_is_not_ready_is_named()
    {
        await using var cluster = await FakeCluster.StartAsync();
        cluster.Install("127.0.0.1:1").PutController("""{"phase":"Pending"}""");

        await SaysAsync(cluster.Kubeconfig, "the controller's pod conduit/controller-1 is not ready: it is Pending.", "kubectl describe pod");
    }

    private async Task SaysAsync(string kubeconfig, string fault, string step)
    {
        var file = Path.Combine(_directory, "config");
        await File.WriteAllTextAsync(file, kubeconfig);

        foreach (var verb in new[] { "stat deploy", "tap deploy shop/web", "top deploy shop/web", "get pods", "endpoints" })
        {
            var result = await TestCli.RunAsync($"{verb} --kubeconfig {file}");

            Assert.Equal((ExitCode.Failed, ""), (result.ExitCode, result.Out));
            Assert.Contains($"error: {fault}", result.Error, StringComparison.Ordinal);
            Assert.Contains(step, result.Error, StringComparison.Ordinal);
        }
    }

    private static string KubeconfigWithExpiredCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=u", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2001, 1, 1, 0, 0, 0, TimeSpan.Zero));

        return FakeCluster.KubeconfigFor("https://127.0.0.1:6443").Replace(
            "token: secret",
            $"client-certificate-data: {Base64(certificate.ExportCertificatePem())}, client-key-data: {Base64(key.ExportPkcs8PrivateKeyPem())}",
            StringComparison.Ordinal);
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
