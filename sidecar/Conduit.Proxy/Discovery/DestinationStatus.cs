namespace Conduit.Proxy.Discovery;

/// <summary>What the controller has said of a destination.</summary>
internal enum DestinationStatus
{
    /// <summary>Nothing yet.</summary>
    Unknown,

    /// <summary>It is a service, perhaps one without endpoints.</summary>
    Known,

    /// <summary>It is no service.</summary>
    Absent,
}
