using System.Net;
using System.Net.Sockets;
using Conduit.Proxy.Hosting.Settings;
using Conduit.Proxy.Http1;
using Conduit.Proxy.Tests.Actors;
using Conduit.Testing.Time;
using Microsoft.Extensions.DependencyInjection;

namespace Conduit.Proxy.Tests.Http1;

/// <summary>A live relay before a server that does with each connection what a test wants: for long runs of many peers at once.</summary>
internal sealed class FuzzedRelay : IAsyncDisposable
{
    private const int AtOnce = 20;

    // Every refusal is a warning, which a test's log would keep for as long as the run goes on.
    private const string ErrorsOnly = "error";

    private readonly TcpListener _server = new(IPAddress.Loopback, 0);
    private readonly Task _serving;

    private FuzzedRelay(Func<TcpClient, Task> answer)
    {
        _server.Start();
        _serving = ServeAsync(answer);
    }

    public TestProxy Proxy { get; private set; } = null!;

    public static async Task<FuzzedRelay> StartAsync(Http1Options options, Func<TcpClient, Task> answer)
    {
        var relay = new FuzzedRelay(answer);
        relay.Proxy = await new TestProxy().With(SettingNames.HttpEngine, "relay").Forward((IPEndPoint)relay._server.LocalEndpoint)
            .With(SettingNames.Log, ErrorsOnly)
            .StartAsync(services => services.AddSingleton(options));
        return relay;
    }

    /// <summary>Clients, some at a time, each with a seed of its own.</summary>
    public async Task TalkAsync(int clients, Func<IPEndPoint, int, Task> talk)
    {
        for (var first = 0; first < clients; first += AtOnce)
        {
            await Eventually.Ends(Task.WhenAll(Enumerable.Range(first, AtOnce).Select(seed => talk(Proxy.Inbound, seed))), what: $"talking from seed {first}");
        }
    }

    /// <summary>Fails when the server's part of a conversation did.</summary>
    public async Task EndAsync()
    {
        _server.Stop();
        await Eventually.Ends(_serving);
    }

    public async ValueTask DisposeAsync()
    {
        _server.Dispose();
        await Proxy.DisposeAsync();
    }

    private async Task ServeAsync(Func<TcpClient, Task> answer)
    {
        var served = new List<Task>();

        try
        {
            while (true)
            {
                served.Add(answer(await _server.AcceptTcpClientAsync()));
                served.RemoveAll(task => task.IsCompletedSuccessfully);
            }
        }
        catch (Exception failure) when (failure is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The listener was stopped.
            await Task.WhenAll(served);
        }
    }
}
