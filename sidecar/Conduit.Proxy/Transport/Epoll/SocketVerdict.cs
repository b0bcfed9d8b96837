namespace Conduit.Proxy.Transport.Epoll;

/// <summary>Who shall have a connection whose first bytes were looked at.</summary>
internal enum SocketVerdict
{
    /// <summary>More bytes are needed to tell.</summary>
    Unknown,

    /// <summary>The loop.</summary>
    Keep,

    /// <summary>Somebody else.</summary>
    GiveAway,
}
