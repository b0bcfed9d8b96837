using System.Text;
using Conduit.Proxy.Tests.Actors;
using Conduit.Proxy.Tests.Http2;
using Conduit.Proxy.Tests.Tcp;
using Conduit.Testing.Time;
using Microsoft.AspNetCore.Http;

namespace Conduit.Proxy.Tests.Contract;

/// <summary>The contract's list for shutdown, under its names there. The proxy that the client meets is the one that ends.</summary>
public sealed class ShutdownRows
{
    [Theory]
    [MemberData(nameof(Way.All), MemberType = typeof(Way))]
    public async Task h2_goaways_connections(string kind)
    {
        await using var server = await TestServer.Http2Async(context => context.Response.WriteAsync("x"));
        await using var way = await Way.ToAsync(server.Address, kind);
        using var client = await way.ConnectAsync();
        using var peer = FramePeer.Client(client.Socket);
        await peer.GetAsync(1);
        await peer.ExpectAsync("HEADERS 1 :status: 200");

        var stopping = way.First.Host.StopAsync(CancellationToken.None);

        await peer.ExpectAsync("GOAWAY");
        await peer.ExpectAsync("CLOSED");
        await Eventually.Ends(stopping);
    }

    [Theory]
    [MemberData(nameof(Way.All), MemberType = typeof(Way))]
    public async Task h2_exercise_goaways_connections(string kind)
    {
        const int Requests = 50;
        var body = new string('x', 16 * 1024);
        using var arrived = new CountdownEvent(Requests);
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await TestServer.Http2Async(async context =>
        {
            arrived.Signal();
            await gate.Task;
            await context.Response.WriteAsync(body);
        });
        await using var way = await Way.ToAsync(server.Address, kind);
        using var client = TestClient.Http2(way.Entrance);
        var requests = Enumerable.Range(0, Requests).Select(_ => client.GetAsync("/")).ToArray();
        await Eventually.Holds(() => arrived.IsSet);

        var stopping = way.First.Host.StopAsync(CancellationToken.None);
        gate.SetResult();

        Assert.All(await Eventually.Ends(Task.WhenAll(requests)), received => Assert.Equal(body, received));
        await Eventually.Ends(stopping);
    }

    [Theory]
    [MemberData(nameof(Way.All), MemberType = typeof(Way))]
    public async Task http1_closes_idle_connections(string kind)
    {
        var arrived = new TaskCompletionSource();
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await TestServer.Http1Async(async context =>
        {
            arrived.TrySetResult();
            await gate.Task;
            await context.Response.WriteAsync("done");
        });
        await using var way = await Way.ToAsync(server.Address, kind);
        using var client = await way.ConnectAsync();
        await client.WriteAsync(Encoding.ASCII.GetBytes("GET / HTTP/1.1\r\nHost: a\r\n\r\n"));
        await Eventually.Ends(arrived.Task);

        var stopping = way.First.Host.StopAsync(CancellationToken.None);
        gate.SetResult();

        var response = await client.ReadToEndAsync();
        Assert.StartsWith("HTTP/1.1 200 OK\r\n", response, StringComparison.Ordinal);
        Assert.Contains("done", response, StringComparison.Ordinal);
        await Eventually.Ends(stopping);
    }

    [Theory]
    [MemberData(nameof(Way.All), MemberType = typeof(Way))]
    public async Task tcp_waits_for_proxies_to_close(string kind)
    {
        using var server = new SilentServer();
        await using var way = await Way.ToAsync(server.Address, kind);
        using var client = await way.ConnectAsync();
        await client.WriteAsync("\0"u8.ToArray());
        using var accepted = await server.AcceptAsync();
        await accepted.ReadTextAsync(1);

        var stopping = way.First.Host.StopAsync(CancellationToken.None);
        await accepted.WriteAsync("still"u8.ToArray());
        Assert.Equal("still", await client.ReadTextAsync(5));
        Assert.False(stopping.IsCompleted);
        await client.WriteAsync("here"u8.ToArray());
        Assert.Equal("here", await accepted.ReadTextAsync(4));
        client.Close();
        accepted.Close();

        await Eventually.Ends(stopping);
    }
}
