using System.Collections.Immutable;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Conduit.Proxy.Forwarding.Yarp;

/// <summary>Every listener of both directions as an endpoint of one Kestrel, with what a connection meets there in front of Kestrel's HTTP.</summary>
internal sealed class KestrelListeners
{
    private readonly ImmutableArray<ListenOptions> _bindings;

    public KestrelListeners(IEnumerable<IListenerSource> sources, ConnectionIntake intake, OpaqueRelay tcp)
    {
        Models = [.. sources.SelectMany(source => source.Listeners)];
        KestrelTransparency.Apply(Options);
        _bindings = [.. Models.Select(model => Bind(model, intake, tcp))];
    }

    public KestrelServerOptions Options { get; } = new();

    /// <summary>In the order in which Kestrel binds them.</summary>
    public ImmutableArray<ListenerModel> Models { get; }

    /// <summary>Inbound first, each direction in its own order; the ports are the real ones once the server has started.</summary>
    public ImmutableArray<BoundAddress> Addresses => [.. Models.Zip(_bindings, (model, binding) => new BoundAddress(model.Direction, binding.IPEndPoint!))];

    private ListenOptions Bind(ListenerModel model, ConnectionIntake intake, OpaqueRelay tcp)
    {
        ListenOptions? binding = null;

        Options.Listen(model.Address, options =>
        {
            binding = options;
            ((IConnectionBuilder)options).Use(next =>
            {
                var engine = new YarpEngine(next, tcp);
                return connection => intake.RunAsync(connection, model, engine);
            });
        });

        return binding!;
    }
}
