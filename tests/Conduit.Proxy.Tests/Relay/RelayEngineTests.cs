using System.Net;
using System.Net.Sockets;
using Conduit.Proxy.Hosting.Settings;
using Conduit.Proxy.Http2.Frames;
using Conduit.Proxy.Tests.Actors;
using Conduit.Proxy.Tests.Http2;
using Conduit.Testing.Time;
using Microsoft.AspNetCore.Http;

namespace Conduit.Proxy.Tests.Relay;

/// <summary>A whole proxy with the relay. The scenarios hold for it too.</summary>
public sealed class RelayEngineTests
{
    private const string RelaySettings = "SETTINGS MaxConcurrentStreams=1000";

    [Fact]
    public async Task Both_versions_of_http_are_taken_on_the_same_listener()
    {
        await using var server = await TestServer.Http1Async("one");
        await using var proxy = await StartAsync(server.Address);
        using var http1 = TestClient.Http1(proxy.Inbound);
        using var http2 = FramePeer.Client(await ConnectAsync(proxy.Inbound));

        Assert.Equal("one", await http1.GetAsync("/"));
        Assert.StartsWith(RelaySettings, await http2.ExpectAsync("SETTINGS"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preface_may_come_byte_by_byte()
    {
        await using var server = await TestServer.Http2Async(context => context.Response.WriteAsync("x"));
        await using var proxy = await StartAsync(server.Address);
        var socket = await ConnectAsync(proxy.Inbound);
        var preface = FrameWriter.Preface.ToArray();

        for (var sent = 0; sent < 10; sent++)
        {
            await socket.SendAsync(preface.AsMemory(sent, 1));
        }

        await socket.SendAsync(preface.AsMemory(10));
        using var client = FramePeer.Server(socket);
        await client.GetAsync(1);

        await client.ExpectAsync("HEADERS 1 :status: 200");
    }

    [Fact]
    public async Task A_silent_client_is_served_once_it_speaks()
    {
        await using var server = await TestServer.Http2Async(context => context.Response.WriteAsync("x"));
        await using var proxy = await StartAsync(server.Address);
        var socket = await ConnectAsync(proxy.Inbound);

        // A backend is opened for it meanwhile, and used then.
        await Eventually.Holds(async () => (await proxy.MetricsAsync()).Contains("tcp_open_connections{direction=\"inbound\",peer=\"dst\",tls=\"no_identity\"} 1", StringComparison.Ordinal));
        using var client = FramePeer.Client(socket);
        await client.GetAsync(1);

        await client.ExpectAsync("HEADERS 1 :status: 200");
        Assert.Contains("tcp_open_total{direction=\"inbound\",peer=\"dst\",tls=\"no_identity\"} 1", await proxy.MetricsAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stopping_tells_clients_twice_and_waits_for_their_streams()
    {
        var arrived = new TaskCompletionSource();
        var gate = new TaskCompletionSource();
        await using var server = await TestServer.Http2Async(async context =>
        {
            arrived.TrySetResult();
            await gate.Task;
            await context.Response.WriteAsync("done");
        });
        await using var proxy = await StartAsync(server.Address);
        using var client = FramePeer.Client(await ConnectAsync(proxy.Inbound));
        await client.GetAsync(1);
        await Eventually.Ends(arrived.Task);

        var stopping = proxy.Host.StopAsync(CancellationToken.None);
        Assert.Equal("GOAWAY 2147483647 None", await client.ExpectAsync("GOAWAY"));
        Assert.Equal("GOAWAY 1 None", await client.ExpectAsync("GOAWAY"));
        Assert.False(stopping.IsCompleted);
        gate.SetResult();

        await client.ExpectAsync("HEADERS 1 :status: 200");
        await client.ExpectAsync("CLOSED");
        await Eventually.Ends(stopping);
    }

    [Fact]
    public async Task An_application_that_cannot_be_reached_refuses_the_stream_and_is_counted()
    {
        using var closed = new ClosedPort();
        await using var proxy = await StartAsync(closed.Address);
        using var client = FramePeer.Client(await ConnectAsync(proxy.Inbound));

        await client.GetAsync(1);

        Assert.Equal("RESET 1 RefusedStream", await client.ExpectAsync("RESET 1"));
        await Eventually.Holds(async () => (await proxy.MetricsAsync()).Contains(
            "conduit_proxy_errors_total{code=\"CDT0102\",class=\"connect\",direction=\"inbound\"} 1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Silent_clients_that_speak_after_all_share_one_connection_to_the_application()
    {
        const string Open = "tcp_open_connections{direction=\"inbound\",peer=\"dst\",tls=\"no_identity\"} ";
        await using var server = await TestServer.Http2Async(context => context.Response.WriteAsync("x"));
        await using var proxy = await StartAsync(server.Address);
        var sockets = new[] { await ConnectAsync(proxy.Inbound), await ConnectAsync(proxy.Inbound), await ConnectAsync(proxy.Inbound) };
        await Eventually.Holds(async () => (await proxy.MetricsAsync()).Contains($"{Open}3\n", StringComparison.Ordinal));
        var clients = sockets.Select(socket => FramePeer.Client(socket)).ToArray();

        foreach (var client in clients)
        {
            await client.GetAsync(1);
            await client.ExpectAsync("HEADERS 1 :status: 200");
        }

        await Eventually.Holds(async () => (await proxy.MetricsAsync()).Contains($"{Open}1\n", StringComparison.Ordinal));
        Array.ForEach(clients, client => client.Dispose());
    }

    [Fact]
    public async Task Several_loops_take_the_connections_of_one_listener()
    {
        await using var server = await TestServer.Http2Async(context => context.Response.WriteAsync("x"));
        await using var proxy = await new TestProxy()
            .With(SettingNames.HttpEngine, "relay").With(SettingNames.Workers, "2").Forward(server.Address).StartAsync();

        for (var connection = 0; connection < 20; connection++)
        {
            using var client = TestClient.Http2(proxy.Inbound);
            Assert.Equal("x", await client.GetAsync("/"));
        }

        await Eventually.Holds(async () => (await proxy.MetricsAsync()).Contains("conduit_proxy_detected_total{direction=\"inbound\",verdict=\"http2\"} 20", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Requests_and_bytes_are_counted()
    {
        await using var server = await TestServer.Http2Async(context => context.Response.WriteAsync("x"));
        await using var proxy = await StartAsync(server.Address);
        using var client = TestClient.Http2(proxy.Inbound);

        for (var request = 0; request < 3; request++)
        {
            await client.GetAsync("/", host: "app.test");
        }

        await Eventually.Holds(async () => (await proxy.MetricsAsync()).Contains(
            "response_total{authority=\"app.test\",direction=\"inbound\",tls=\"disabled\",classification=\"success\",status_code=\"200\"} 3", StringComparison.Ordinal));
        Assert.Contains("tcp_open_total{direction=\"inbound\",peer=\"dst\",tls=\"no_identity\"} 1", await proxy.MetricsAsync(), StringComparison.Ordinal);
    }

    private static Task<TestProxy> StartAsync(IPEndPoint application) =>
        new TestProxy().With(SettingNames.HttpEngine, "relay").Forward(application).StartAsync();

    private static async Task<Socket> ConnectAsync(IPEndPoint address)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await Eventually.Ends(socket.ConnectAsync(address));
        return socket;
    }
}
