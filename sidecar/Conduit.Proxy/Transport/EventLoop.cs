using System.Collections.Concurrent;
using System.Net;
using Conduit.Proxy.Transport.Buffers;
using Conduit.Proxy.Transport.Timers;

namespace Conduit.Proxy.Transport;

/// <summary>
/// One thread that owns its connections, their buffers and timers, so nothing on the way of a byte takes a lock or changes threads.
/// A turn: wait, handle what arrived, run timers and posted work, then send what all of that wrote.
/// </summary>
internal abstract class EventLoop : IDisposable
{
    // Sending may make room for more to write, and so on; after so many rounds other connections have their turn first.
    private const int MostRounds = 16;

    private readonly TimeProvider _time;
    private readonly ConcurrentQueue<Action> _posted = new();
    private readonly HashSet<Connection> _connections = [];
    private List<Connection> _toFlush = [];
    private List<Connection> _flushing = [];
    private List<Connection> _toClose = [];
    private List<Connection> _closing = [];
    private volatile bool _isStopping;

    protected EventLoop(TimeProvider time, LoopLimits? limits)
    {
        _time = time;
        Limits = limits ?? new LoopLimits();
        Timers = new TimerWheel(time);
        Buffers = new BufferPool(Timers);
        Now = time.GetTimestamp();
    }

    public BufferPool Buffers { get; }

    public TimerWheel Timers { get; }

    /// <summary>The clock's timestamp when this turn began.</summary>
    public long Now { get; private set; }

    public LoopLimits Limits { get; }

    public int Connections => _connections.Count;

    /// <summary>True while nothing more is accepted.</summary>
    public bool IsFull => Connections >= Limits.Connections || HoldsTooMuch;

    /// <summary>True while more waits to be sent than may.</summary>
    public bool HoldsTooMuch => Buffers.Lent >= Limits.Buffers;

    /// <summary>Above this much unsent output on one connection whoever writes there should stop.</summary>
    public int HighWater => Buffers.Lent >= Limits.Buffers / 2 ? Connection.LowWater : Connection.HighWater;

    /// <summary>The loop of this machine's kind.</summary>
    public static EventLoop Create(TimeProvider time, LoopLimits? limits = null) =>
        OperatingSystem.IsLinux() ? new Epoll.EpollLoop(time, limits) : new Sockets.SocketLoop(time, limits);

    /// <summary>Only before <see cref="Run"/> or on the loop.</summary>
    /// <param name="address">Port 0 lets the system choose.</param>
    /// <param name="handler">Who takes the connections.</param>
    /// <param name="isShared">True when other loops listen there too, and the system shall share the connections out.</param>
    /// <exception cref="IOException">Nobody can listen there.</exception>
    public abstract Listener Listen(IPEndPoint address, IAcceptHandler handler, bool isShared = false);

    /// <summary>Only on the loop. Never fails here: what goes wrong comes as <see cref="IConnectionHandler.OnClosed"/>.</summary>
    public abstract Connection Connect(IPEndPoint address, TimeSpan timeout, IConnectionHandler handler);

    /// <summary>Runs something on the loop; from any thread.</summary>
    public void Post(Action action)
    {
        _posted.Enqueue(action);
        Wake();
    }

    /// <summary>Takes the calling thread until <see cref="Stop"/>, then closes what is still open.</summary>
    public void Run()
    {
        while (!_isStopping)
        {
            Poll(_toFlush.Count + _toClose.Count > 0 || !_posted.IsEmpty ? 0 : Timers.Delay());
            Timers.Advance();
            RunPosted();
            Settle();
        }

        foreach (var connection in _connections)
        {
            connection.Close();
        }

        Settle();
    }

    /// <summary>From any thread.</summary>
    public void Stop()
    {
        _isStopping = true;
        Wake();
    }

    public abstract void Dispose();

    internal void ScheduleFlush(Connection connection) => _toFlush.Add(connection);

    internal void ScheduleClose(Connection connection) => _toClose.Add(connection);

    private protected void Track(Connection connection) => _connections.Add(connection);

    /// <summary>Marks the beginning of a turn.</summary>
    private protected void BeginTurn() => Now = _time.GetTimestamp();

    /// <summary>Waits for events, at most so many milliseconds (−1: for ever), and handles them.</summary>
    private protected abstract void Poll(int milliseconds);

    private protected abstract void Wake();

    private void RunPosted()
    {
        while (_posted.TryDequeue(out var action))
        {
            action();
        }
    }

    private void Settle()
    {
        for (var round = 0; round < MostRounds && _toFlush.Count + _toClose.Count > 0; round++)
        {
            (_toFlush, _flushing) = (_flushing, _toFlush);

            foreach (var connection in _flushing)
            {
                connection.FlushNow();
            }

            _flushing.Clear();
            (_toClose, _closing) = (_closing, _toClose);

            foreach (var connection in _closing)
            {
                _connections.Remove(connection);
                connection.CloseNow();
            }

            _closing.Clear();
        }
    }
}
