using Conduit.Model.Failures;
using Conduit.Protocol.Destinations;
using Conduit.Proxy.Hosting.Settings;
using Conduit.Proxy.Tests.Actors;
using Conduit.Testing.Time;

namespace Conduit.Proxy.Tests.Contract;

/// <summary>The contract's list for discovery, under its names there; for both versions of HTTP, through one proxy and through two.</summary>
public sealed class DiscoveryRows
{
    private const string Name = "disco.test.svc.cluster.local";
    private const string Path = $"{Name}:80";

    public static TheoryData<int, int> Cases => new() { { 1, 1 }, { 1, 2 }, { 2, 1 }, { 2, 2 } };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task outbound_asks_controller_api(int version, int proxies)
    {
        await using var server = await MeshedServer.StartAsync(version, proxies, "hello");
        await using var controller = await FakeController.StartAsync();
        controller.Leads(Path, server.Address);
        await using var proxy = await new TestProxy().Controller(controller).StartAsync();
        using var client = Client(version, proxy);

        Assert.Equal("hello", await client.GetAsync("/", Name));
        Assert.Equal([Path], controller.Asked);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task outbound_reconnects_if_controller_stream_ends(int version, int proxies)
    {
        await using var server = await MeshedServer.StartAsync(version, proxies, "hello");
        await using var controller = await FakeController.StartAsync();
        await using var proxy = await new TestProxy().Controller(controller).Upstream(Path).StartAsync();
        await Eventually.Holds(() => controller.Asked.Count == 1);
        await controller.StopAsync();

        controller.Leads(Path, server.Address);
        await controller.ListenAsync();
        using var client = Client(version, proxy);

        Assert.Equal("hello", await client.GetAsync("/", Name));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public Task outbound_destinations_reset_on_reconnect_followed_by_no_endpoints_exists(int version, int proxies) =>
        ResetsAsync(version, proxies, FakeController.NoEndpoints(exists: true));

    [Theory]
    [MemberData(nameof(Cases))]
    public Task outbound_destinations_reset_on_reconnect_followed_by_add_none(int version, int proxies) =>
        ResetsAsync(version, proxies, FakeController.AddOf());

    [Theory]
    [MemberData(nameof(Cases))]
    public Task outbound_destinations_reset_on_reconnect_followed_by_remove_none(int version, int proxies) =>
        ResetsAsync(version, proxies, FakeController.RemoveOf());

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task outbound_times_out(int version, int proxies)
    {
        await using var server = await MeshedServer.StartAsync(version, proxies, "never reached");
        await using var controller = await FakeController.StartAsync();
        await using var proxy = await new TestProxy().Controller(controller).With(SettingNames.BindTimeout, "100ms").StartAsync();
        using var client = Client(version, proxy);

        using var response = await client.GetResponseAsync("/", Name);

        Assert.Equal(ProxyErrors.DiscoveryTimedOut.HttpStatus, (int)response.StatusCode);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task outbound_asks_controller_without_orig_dst(int version, int proxies)
    {
        await using var server = await MeshedServer.StartAsync(version, proxies, "hello");
        await using var controller = await FakeController.StartAsync();
        controller.Leads(Path, server.Address);
        await using var proxy = await new TestProxy().Controller(controller).StartAsync();
        using var client = Client(version, proxy);

        Assert.Equal("hello", await client.GetAsync("/", "disco.test"));
        Assert.Equal([Path], controller.Asked);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task outbound_updates_newer_services(int version, int proxies)
    {
        await using var older = await MeshedServer.StartAsync(version, proxies, "old");
        await using var newer = await MeshedServer.StartAsync(version, proxies, "new");
        await using var controller = await FakeController.StartAsync();
        controller.Leads(Path, older.Address);
        await using var proxy = await new TestProxy().Controller(controller).StartAsync();
        using var client = Client(version, proxy);
        Assert.Equal("old", await client.GetAsync("/", Name));

        controller.Leads(Path, newer.Address).Says(Path, FakeController.RemoveOf(older.Address));

        await Eventually.Holds(async () => await client.GetAsync("/", Name) == "new");
    }

    private static TestClient Client(int version, TestProxy proxy) =>
        version == 1 ? TestClient.Http1(proxy.Outbound) : TestClient.Http2(proxy.Outbound);

    /// <summary>What a controller said before its stream ended no longer counts once the next stream says something else.</summary>
    private static async Task ResetsAsync(int version, int proxies, Update update)
    {
        await using var server = await MeshedServer.StartAsync(version, proxies, "hello");
        await using var controller = await FakeController.StartAsync();
        controller.Leads(Path, server.Address);
        await using var proxy = await new TestProxy().Controller(controller).StartAsync();
        using var client = Client(version, proxy);
        Assert.Equal("hello", await client.GetAsync("/", Name));

        await controller.StopAsync();
        controller.Says(Path, update);
        await controller.ListenAsync();

        await Eventually.Holds(async () =>
        {
            using var response = await client.GetResponseAsync("/", Name);
            return (int)response.StatusCode == ProxyErrors.NoEndpoints.HttpStatus;
        });
    }
}
