namespace Conduit.Operations.Tap;

/// <summary>Which side of its pod the observing proxy saw the request on.</summary>
public enum TapDirection
{
    Unknown,

    /// <summary>Into the pod.</summary>
    Inbound,

    /// <summary>Out of the pod.</summary>
    Outbound,
}
