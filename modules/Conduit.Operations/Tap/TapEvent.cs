namespace Conduit.Operations.Tap;

/// <summary>Something that a proxy saw of a request: that it began, that it was answered, or that it ended.</summary>
public abstract record TapEvent
{
    /// <summary>The request that it belongs to; unique within a tap.</summary>
    public required TapStreamId Id { get; init; }

    public required TapDirection Direction { get; init; }

    public required TapPeer Source { get; init; }

    public required TapPeer Destination { get; init; }

    /// <summary>Whether TLS protects the connection, or why not; empty when unknown.</summary>
    public string Tls => Direction switch
    {
        TapDirection.Inbound => Source.Tls,
        TapDirection.Outbound => Destination.Tls,
        _ => "",
    };
}
