using Conduit.Controller.Cluster;
using Conduit.Protocol.Common;

namespace Conduit.Controller.Taps;

/// <summary>
/// One proxy's part of a tap. A request is let through whole or not at all. Used by the one stream that carries the proxy's events.
/// </summary>
internal sealed class TapFeed(ActiveTap tap, PodName reporter)
{
    private const int MostOpen = 10_000;

    private readonly uint _base = tap.NextBase();
    private readonly HashSet<ulong> _open = [];

    /// <summary>False when the event was lost because the tap's client is too slow.</summary>
    public bool Offer(TapEvent tapEvent, ClusterSnapshot cluster)
    {
        if (IdOf(tapEvent) is not { } id || !IsLetThrough(tapEvent.Http.EventCase, id.Stream))
        {
            return true;
        }

        id.Base = _base;
        TapEnrichment.Apply(tapEvent, reporter, cluster);

        if (tap.TryWrite(tapEvent))
        {
            return true;
        }

        _open.Remove(id.Stream);
        return false;
    }

    private bool IsLetThrough(TapEvent.Types.Http.EventOneofCase kind, ulong stream) => kind switch
    {
        TapEvent.Types.Http.EventOneofCase.RequestInit => _open.Count < MostOpen && tap.TryAdmit() && _open.Add(stream),
        TapEvent.Types.Http.EventOneofCase.ResponseInit => _open.Contains(stream),
        _ => _open.Remove(stream),
    };

    private static TapEvent.Types.StreamId? IdOf(TapEvent tapEvent) => tapEvent.Http?.EventCase switch
    {
        TapEvent.Types.Http.EventOneofCase.RequestInit => tapEvent.Http.RequestInit.Id,
        TapEvent.Types.Http.EventOneofCase.ResponseInit => tapEvent.Http.ResponseInit.Id,
        TapEvent.Types.Http.EventOneofCase.ResponseEnd => tapEvent.Http.ResponseEnd.Id,
        _ => null,
    };
}
