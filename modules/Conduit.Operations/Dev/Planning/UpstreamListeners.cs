using System.Collections.Immutable;
using Conduit.Model.Addresses;

namespace Conduit.Operations.Dev.Planning;

/// <summary>A pod's outbound listeners, one for each spelling of a service, made when an app first names it.</summary>
internal sealed class UpstreamListeners(PortPicker ports)
{
    private readonly List<UpstreamPlan> _listeners = [];

    public ImmutableArray<UpstreamPlan> All => [.. _listeners];

    /// <summary>The loopback port that leads to <paramref name="authority"/>.</summary>
    public Port PortFor(string authority)
    {
        var listener = _listeners.Find(candidate => candidate.Authority == authority);

        if (listener is null)
        {
            listener = new UpstreamPlan(ports.Next(), authority);
            _listeners.Add(listener);
        }

        return listener.ListenerPort;
    }
}
