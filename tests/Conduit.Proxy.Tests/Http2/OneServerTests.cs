using System.Net;
using System.Net.Sockets;
using Conduit.Proxy.Http2.Frames;

namespace Conduit.Proxy.Tests.Http2;

/// <summary>What tests of the relay before one server, which is led by hand, begin and end with.</summary>
public abstract class OneServerTests : IAsyncLifetime
{
    private protected Socket Listener { get; } = RelayHarness.Listen();

    private protected RelayHarness Relay { get; private set; } = null!;

    public async Task InitializeAsync() => Relay = await RelayHarness.StartAsync([(IPEndPoint)Listener.LocalEndPoint!]);

    public async Task DisposeAsync()
    {
        await Relay.DisposeAsync();
        Listener.Dispose();
    }

    private protected Task<FramePeer> ConnectAsync(params Setting[] settings) => Relay.ConnectAsync(settings);

    private protected Task<FramePeer> AcceptAsync(params Setting[] settings) => Relay.AcceptAsync(Listener, settings);
}
