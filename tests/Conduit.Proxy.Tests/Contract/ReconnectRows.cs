using System.Net;
using System.Net.Sockets;
using Conduit.Proxy.Hosting.Settings;
using Conduit.Proxy.Outbound;
using Conduit.Proxy.Tests.Actors;
using Conduit.Proxy.Tests.Http1;
using Conduit.Proxy.Tests.Http2;
using Conduit.Testing.Time;
using Microsoft.Extensions.DependencyInjection;

namespace Conduit.Proxy.Tests.Contract;

/// <summary>The contract's row about a server that begins to listen while its request is on the way, under its name there.</summary>
public sealed class ReconnectRows
{
    private const string Name = "transparency.test.svc.cluster.local";

    public static TheoryData<int, int> Cases => new() { { 1, 1 }, { 1, 2 }, { 2, 1 }, { 2, 2 } };

    [RelayTheory]
    [MemberData(nameof(Cases))]
    public async Task retry_reconnect_errors(int version, int proxies)
    {
        using var server = new ClosedPort();
        await using var inbound = await new TestProxy().Forward(server.Address).StartAsync();
        await using var controller = await FakeController.StartAsync();
        controller.Leads($"{Name}:80", proxies == 1 ? server.Address : inbound.Inbound);
        var clock = new ManualTimeProvider();
        await using var proxy = await new TestProxy().Controller(controller).With(SettingNames.Log, "conduit_proxy=debug")
            .StartAsync(services => services.AddSingleton(provider => ActivatorUtilities.CreateInstance<OutboundContext>(provider, clock)));
        using var client = version == 1 ? TestClient.Http1(proxy.Outbound) : TestClient.Http2(proxy.Outbound);

        var waiting = client.GetResponseAsync("/", Name);
        await Eventually.Holds(() => proxy.Log.Lines.Any(line => line.Message.Contains("trying again", StringComparison.Ordinal)) && clock.PendingTimers > 0);
        var listener = server.Open();
        clock.Advance(TimeSpan.FromSeconds(1));
        using var accepted = await Eventually.Ends(listener.AcceptAsync());
        await AnswerAsync(version, accepted);

        using var response = await Eventually.Ends(waiting);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private static async Task AnswerAsync(int version, Socket accepted)
    {
        if (version == 1)
        {
            var peer = new RawPeer(accepted);
            await peer.ReadHeadAsync();
            await peer.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        }
        else
        {
            var peer = FramePeer.Server(accepted);
            await peer.ExpectAsync("HEADERS 1 end");
            await peer.HeadersAsync(1, endStream: true, ":status: 200");
        }
    }
}
