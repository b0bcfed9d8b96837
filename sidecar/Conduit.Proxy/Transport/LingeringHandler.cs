namespace Conduit.Proxy.Transport;

/// <summary>Reads on without looking until the peer has closed too: closing with unread bytes would make the kernel throw away what the peer has not read yet.</summary>
internal sealed class LingeringHandler(Connection connection, IConnectionHandler owner) : IConnectionHandler
{
    public void OnConnected()
    {
    }

    public void OnReceived(ReadOnlySpan<byte> bytes)
    {
    }

    public void OnEnd()
    {
    }

    public void OnDrained() => connection.ResumeReading();

    public void OnClosed(CloseReason reason) => owner.OnClosed(reason);
}
