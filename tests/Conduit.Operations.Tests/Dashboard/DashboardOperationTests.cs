using System.Net;
using System.Net.Sockets;
using Conduit.Model.Addresses;
using Conduit.Model.Cluster;
using Conduit.Model.Failures;
using Conduit.Operations.Api;
using Conduit.Operations.Dashboard;
using Conduit.Operations.Dev.Processes;
using Conduit.Operations.Tests.Running;
using Conduit.Testing.Clusters;
using Conduit.Testing.Time;

namespace Conduit.Operations.Tests.Dashboard;

public sealed class DashboardOperationTests : IAsyncLifetime, IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly HttpClient _browser = new();
    private readonly List<string> _notes = [];
    private TestCluster _cluster = null!;
    private ForeignServer _web = null!;

    public async Task InitializeAsync()
    {
        _cluster = await TestCluster.StartAsync();
        _web = ForeignServer.Start(Page("first"));
        _cluster.Api.Install("127.0.0.1:1", _web.Address);
    }

    public async Task DisposeAsync()
    {
        await _web.DisposeAsync();
        await _cluster.DisposeAsync();
    }

    public void Dispose()
    {
        _browser.Dispose();
        _stop.Dispose();
    }

    [Fact]
    public async Task The_clusters_dashboard_comes_to_a_local_port_until_it_is_cancelled()
    {
        var (address, running) = await StartAsync(new DashboardRequest());

        Assert.Equal("first", await Eventually.Ends(_browser.GetStringAsync(address)));

        await _stop.CancelAsync();
        await Eventually.Ends(running);
    }

    [Fact]
    public async Task A_restarted_controller_is_found_again()
    {
        var (address, running) = await StartAsync(new DashboardRequest());
        await using var successor = ForeignServer.Start(Page("second"));

        _cluster.Api.Remove(ControlPlaneObjects.PodPath);
        Assert.False(await OpensAsync(address));

        const string Path = "/api/v1/namespaces/conduit/pods/controller-2";
        _cluster.Api.PutController("""{"conditions":[{"type":"Ready","status":"True"}]}""", Path).Forward(Path, 8084, successor.Address);
        Assert.Equal("second", await Eventually.Ends(_browser.GetStringAsync(address)));

        await _stop.CancelAsync();
        await Eventually.Ends(running);
        Assert.Contains("has no pod", Assert.Single(_notes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dev_mesh_shows_its_own()
    {
        _cluster.DevMeshes.Write(new DevMesh
        {
            Name = "shop",
            Owner = ProcessTable.Current(),
            Token = "token",
            ApiAddress = "127.0.0.1:1",
            WebAddress = _web.Address,
        });

        var (address, running) = await StartAsync(new DashboardRequest { Mesh = new ApiOptions { Mesh = "shop" } });

        Assert.Equal("first", await Eventually.Ends(_browser.GetStringAsync(address)));
        Assert.Empty(_cluster.Api.Requests);
        await _stop.CancelAsync();
        await Eventually.Ends(running);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_named()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        var failure = await FailsAsync<ConduitException>(new DashboardRequest { Port = new Port(port) });

        Assert.StartsWith($"port {port} of this machine cannot be used: ", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_control_plane_is_told_before_anything_is_opened() =>
        Assert.Equal("NotInstalled", (await FailsAsync<ConduitException>(new DashboardRequest { Mesh = new ApiOptions { ConduitNamespace = "none" } })).Id);

    [Fact]
    public async Task An_api_alone_has_no_dashboard() =>
        Assert.Equal("DashboardUnknown", (await FailsAsync<MisuseException>(new DashboardRequest { Mesh = new ApiOptions { Address = "127.0.0.1:1" } })).Id);

    private static string Page(string text) => $"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: {text.Length}\r\n\r\n{text}";

    private async Task<(Uri Address, Task Running)> StartAsync(DashboardRequest request)
    {
        var ready = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var running = new DashboardOperation(_cluster.Locator).RunAsync(request, ready.SetResult, _notes.Add, _stop.Token);
        await Eventually.Ends(Task.WhenAny(ready.Task, running));
        return (await ready.Task, running);
    }

    private async Task<bool> OpensAsync(Uri address)
    {
        try
        {
            await Eventually.Ends(_browser.GetStringAsync(address));
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private Task<TFailure> FailsAsync<TFailure>(DashboardRequest request)
        where TFailure : Exception => Assert.ThrowsAsync<TFailure>(
            () => Eventually.Ends(new DashboardOperation(_cluster.Locator).RunAsync(request, _ => { }, _ => { }, _stop.Token)));
}
