using System.Net;
using Conduit.Controller.Settings;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Conduit.Controller.Listeners;

/// <summary>Binds the controller's ports and knows where they ended up.</summary>
internal sealed class ListenerBinding(ControllerOptions options)
{
    // Each destination that a proxy follows is a stream of its own.
    private const int StreamsPerProxy = 10_000;

    private static readonly TimeSpan PingDelay = TimeSpan.FromSeconds(30);

    private readonly Dictionary<Listener, ListenOptions> _listens = [];

    public void Apply(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.Http2.MaxStreamsPerConnection = StreamsPerProxy;

        // A proxy that vanished without a word would otherwise stay connected for ever.
        kestrel.Limits.Http2.KeepAlivePingDelay = PingDelay;

        Listen(kestrel, Listener.Api, options.ApiAddress, HttpProtocols.Http2);
        Listen(kestrel, Listener.ProxyApi, options.ProxyApiAddress, HttpProtocols.Http2);
        Listen(kestrel, Listener.Web, options.WebAddress, HttpProtocols.Http1);
        Listen(kestrel, Listener.Admin, options.AdminAddress, HttpProtocols.Http1);
    }

    // Kestrel writes the port that it got back into these options.
    public IPEndPoint AddressOf(Listener listener) =>
        _listens[listener].IPEndPoint ?? throw new InvalidOperationException($"{listener} is not bound to an address.");

    private void Listen(KestrelServerOptions kestrel, Listener listener, IPEndPoint address, HttpProtocols protocols) =>
        kestrel.Listen(address, listen =>
        {
            var feature = new ListenerFeature(listener);
            listen.Protocols = protocols;
            listen.Use(next => connection =>
            {
                connection.Features.Set(feature);
                return next(connection);
            });
            _listens[listener] = listen;
        });
}
