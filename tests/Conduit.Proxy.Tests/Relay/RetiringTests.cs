using System.Net;
using System.Net.Sockets;
using Conduit.Proxy.Hosting.Settings;
using Conduit.Proxy.Tests.Actors;
using Conduit.Proxy.Tests.Contract;
using Conduit.Proxy.Tests.Http1;
using Conduit.Proxy.Tests.Http2;
using Conduit.Testing.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Conduit.Proxy.Tests.Relay;

/// <summary>A proxy that was told to end and waits for others to notice, for as long as these tests do not move its clock.</summary>
public sealed class RetiringTests : IAsyncLifetime
{
    private static readonly TimeSpan DrainDelay = TimeSpan.FromSeconds(5);

    private readonly ManualTimeProvider _time = new();
    private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TestServer _server = null!;
    private TestProxy _proxy = null!;
    private Task _stopping = Task.CompletedTask;

    public async Task InitializeAsync() => _server = await TestServer.Http1Async(AnswerAsync);

    public async Task DisposeAsync()
    {
        _gate.TrySetResult();
        await EndsAsync(_stopping);
        await EndsAsync(_proxy.DisposeAsync().AsTask());
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Clients_of_HTTP_1_are_told_with_their_next_response_and_may_ask_until_then()
    {
        await StartAsync(_server.Address);
        using var client = await RawPeer.ConnectAsync(_proxy.Inbound);
        Assert.DoesNotContain("Connection: close", await AskAsync(client), StringComparison.Ordinal);

        Stop();
        using var late = await RawPeer.ConnectAsync(_proxy.Inbound);

        Assert.Contains("Connection: close", await AskAsync(client), StringComparison.Ordinal);
        Assert.True(await client.IsClosedAsync());
        Assert.Contains("Connection: close", await AskAsync(late), StringComparison.Ordinal);
        Assert.True(await late.IsClosedAsync());
    }

    [Fact]
    public async Task Clients_of_HTTP_2_are_told_at_once_and_served_when_they_come_back_all_the_same()
    {
        await using var server = await TestServer.Http2Async(AnswerAsync);
        await StartAsync(server.Address);
        using var client = await Http2ClientAsync();
        await client.GetAsync(1);
        await client.ExpectAsync("HEADERS 1 :status: 200");

        Stop();
        await client.ExpectAsync("GOAWAY");
        await client.ExpectAsync("CLOSED");
        using var again = await Http2ClientAsync();

        foreach (var stream in new[] { 1, 3 })
        {
            await again.GetAsync(stream);
            await again.ExpectAsync($"HEADERS {stream} :status: 200");
        }

        Assert.False(again.HasGoneAway);
    }

    [Fact]
    public async Task The_application_may_call_others_until_its_last_answer_is_out()
    {
        await StartAsync(_server.Address);
        using var caller = await RawPeer.ConnectAsync(_proxy.Inbound);
        await caller.SendAsync("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n");
        await Eventually.Holds(() => _server.Requests == 1);

        Stop();
        await Eventually.Holds(async () =>
        {
            _time.Advance(DrainDelay);
            return await IsRefusedAsync(_proxy.Inbound);
        });
        using var callee = await RawPeer.ConnectAsync(_proxy.Outbound);
        await callee.SendAsync($"GET / HTTP/1.1\r\nHost: {_server.Address}\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 200 OK", await callee.ReadHeadAsync(), StringComparison.Ordinal);
        _gate.SetResult();
        Assert.StartsWith("HTTP/1.1 200 OK", await caller.ReadHeadAsync(), StringComparison.Ordinal);
    }

    private async Task StartAsync(IPEndPoint application) => _proxy = await new TestProxy()
        .With(SettingNames.HttpEngine, "relay")
        .With(SettingNames.DrainDelay, "5s")
        .With(SettingNames.Grace, "1h")
        .Forward(application)
        .Upstream($"{_server.Address}")
        .StartAsync(services => services.AddSingleton<TimeProvider>(_time));

    private void Stop() => _stopping = _proxy.Host.StopAsync(CancellationToken.None);

    private async Task EndsAsync(Task task)
    {
        await Eventually.Holds(() =>
        {
            _time.Advance(DrainDelay);
            return task.IsCompleted;
        });
        await task;
    }

    private async Task AnswerAsync(HttpContext context)
    {
        if (context.Request.Path == "/slow")
        {
            await _gate.Task;
        }

        await context.Response.WriteAsync("x");
    }

    private async Task<FramePeer> Http2ClientAsync() => FramePeer.Client((await Way.ConnectAsync(_proxy.Inbound)).Socket);

    private static async Task<string> AskAsync(RawPeer client)
    {
        await client.SendAsync("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
        return await client.ReadUntilAsync("x\r\n0\r\n\r\n");
    }

    private static async Task<bool> IsRefusedAsync(IPEndPoint address)
    {
        try
        {
            (await RawPeer.ConnectAsync(address)).Dispose();
            return false;
        }
        catch (SocketException)
        {
            return true;
        }
    }
}
