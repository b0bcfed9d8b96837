namespace Conduit.Proxy.Transport;

/// <summary>Why a connection is no more.</summary>
internal enum CloseReason
{
    /// <summary>Its handler closed it.</summary>
    Requested,

    /// <summary>Its handler cut it off, in a way that the peer does not take for an orderly end.</summary>
    Aborted,

    /// <summary>Both sides had said all.</summary>
    Ended,

    /// <summary>The peer or the network ended it.</summary>
    Reset,

    /// <summary>It never came to be: refused, unreachable.</summary>
    ConnectFailed,

    /// <summary>It did not come to be in time.</summary>
    ConnectTimedOut,
}
