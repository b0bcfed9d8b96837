using Conduit.Protocol.Common;

namespace Conduit.Proxy.Taps;

/// <summary>One exchange as one tap sees it.</summary>
internal sealed record TapObservation(ulong TapId, TapEvent.Types.StreamId Stream);
