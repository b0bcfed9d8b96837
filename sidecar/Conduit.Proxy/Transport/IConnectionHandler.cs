namespace Conduit.Proxy.Transport;

/// <summary>What a connection does for its owner. All calls come from the loop's thread, none from inside a call to the connection.</summary>
internal interface IConnectionHandler
{
    /// <summary>A connection that was opened is there; accepted ones are from the beginning.</summary>
    void OnConnected();

    /// <param name="bytes">Only good during the call.</param>
    void OnReceived(ReadOnlySpan<byte> bytes);

    /// <summary>The peer will send no more, but may still read.</summary>
    void OnEnd();

    /// <summary>Everything that was written is with the kernel.</summary>
    void OnDrained();

    /// <summary>Comes once and last, whoever closed it.</summary>
    void OnClosed(CloseReason reason);
}
