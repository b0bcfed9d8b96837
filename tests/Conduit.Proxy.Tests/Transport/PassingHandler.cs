using Conduit.Proxy.Transport;

namespace Conduit.Proxy.Tests.Transport;

/// <summary>Passes what one connection gets to another, and counts what it sees of it.</summary>
internal sealed class PassingHandler : IAcceptHandler
{
    private long _seen;

    public Sink Target { get; } = new();

    public long Seen => Interlocked.Read(ref _seen);

    public void OnAccepted(Connection connection)
    {
        connection.PassTo(Target.Connection!);
        Target.Source = connection;
        connection.Handler = new Passing(this, connection);
    }

    /// <summary>Takes the connection that bytes are passed to.</summary>
    internal sealed class Sink : IAcceptHandler, IConnectionHandler
    {
        public Connection? Connection { get; private set; }

        public Connection? Source { get; set; }

        public void OnAccepted(Connection connection)
        {
            connection.Handler = this;
            Connection = connection;
        }

        public void OnConnected()
        {
        }

        public void OnReceived(ReadOnlySpan<byte> bytes)
        {
        }

        public void OnEnd()
        {
        }

        public void OnDrained() => Source?.ResumeReading();

        public void OnClosed(CloseReason reason)
        {
        }
    }

    private sealed class Passing(PassingHandler owner, Connection connection) : IConnectionHandler
    {
        public void OnConnected()
        {
        }

        public void OnReceived(ReadOnlySpan<byte> bytes)
        {
            Interlocked.Add(ref owner._seen, bytes.Length);
            var target = owner.Target.Connection!;
            target.Output.Write(bytes);
            target.Flush();

            if (target.IsCongested)
            {
                connection.PauseReading();
            }
        }

        public void OnEnd() => owner.Target.Connection!.End();

        public void OnDrained()
        {
        }

        public void OnClosed(CloseReason reason)
        {
        }
    }
}
