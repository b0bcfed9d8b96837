namespace Conduit.Proxy.Transport;

/// <summary>
/// Reads on without looking, within limits, until the peer has closed too: closing with unread bytes would make the kernel throw away
/// what the peer has not read yet.
/// </summary>
internal sealed class LingeringHandler(Connection connection, IConnectionHandler owner) : IConnectionHandler
{
    // A peer that has not noticed the end by then does not mean to: it floods.
    private const int MostUnread = 1024 * 1024;

    private int _unread;

    public void OnConnected()
    {
    }

    public void OnReceived(ReadOnlySpan<byte> bytes)
    {
        _unread += bytes.Length;

        if (_unread > MostUnread)
        {
            connection.Close();
        }
    }

    public void OnEnd()
    {
    }

    public void OnDrained() => connection.ResumeReading();

    public void OnClosed(CloseReason reason) => owner.OnClosed(reason);
}
