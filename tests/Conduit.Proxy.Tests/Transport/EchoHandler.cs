using System.Collections.Concurrent;
using Conduit.Proxy.Transport;

namespace Conduit.Proxy.Tests.Transport;

/// <summary>Sends back what it gets, stops reading while its peer does not, and ends when its peer ends.</summary>
internal sealed class EchoHandler : IAcceptHandler
{
    private int _pauses;

    /// <summary>Why connections closed, in that order.</summary>
    public ConcurrentQueue<CloseReason> Closed { get; } = new();

    public int Pauses => Volatile.Read(ref _pauses);

    public void OnAccepted(Connection connection) => connection.Handler = On(connection);

    public IConnectionHandler On(Connection connection) => new Echo(this, connection);

    private sealed class Echo(EchoHandler owner, Connection connection) : IConnectionHandler
    {
        public void OnConnected()
        {
        }

        public void OnReceived(ReadOnlySpan<byte> bytes)
        {
            connection.Output.Write(bytes);
            connection.Flush();

            if (connection.IsCongested && !connection.IsReadingPaused)
            {
                Interlocked.Increment(ref owner._pauses);
                connection.PauseReading();
            }
        }

        public void OnEnd() => connection.End();

        public void OnDrained() => connection.ResumeReading();

        public void OnClosed(CloseReason reason) => owner.Closed.Enqueue(reason);
    }
}
