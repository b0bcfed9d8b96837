using Conduit.Model.Failures;
using Conduit.Proxy.Http1.Exchanges;
using Conduit.Proxy.Http1.Heads;
using Conduit.Proxy.Http1.Routing;
using Conduit.Proxy.Tcp;
using Conduit.Proxy.Transport;
using Conduit.Proxy.Transport.Timers;

namespace Conduit.Proxy.Http1.Connections;

/// <summary>A client's connection: its requests, one after the other, and whatever it sends ahead.</summary>
internal sealed class ClientConnection : IConnectionHandler, IDrainable
{
    private readonly Http1Routing _routing;
    private readonly TcpOrigin _origin;
    private readonly RelayedExchange _exchange;
    private readonly HeadReader _heads;
    private readonly InputStash _stash = new();
    private readonly LoopTimer _headLimit;
    private bool _isReading;

    public ClientConnection(Http1Routing routing, TcpOrigin origin, Connection connection)
    {
        (_routing, _origin, Transport) = (routing, origin, connection);
        _exchange = new RelayedExchange(routing.Context, this, new RequestJourney(routing, origin));
        _heads = new HeadReader(routing.Context.Options);
        _headLimit = new LoopTimer(() => Refuse(ProxyErrors.RequestTimedOut, minor: 1));
        connection.Handler = this;
    }

    public event Action? Died;

    public Connection Transport { get; }

    /// <summary>True when the current request is the last.</summary>
    public bool IsDraining { get; private set; }

    /// <summary>True when the client sends no more and all that it sent was taken.</summary>
    public bool HasEnded => Transport.HasEnded && _stash.IsEmpty;

    private bool IsClosing => Transport.IsClosed || !ReferenceEquals(Transport.Handler, this);

    /// <summary>The next response says that it is the last. To close while nothing is asked could cross a request on its way.</summary>
    public void Retire() => IsDraining = true;

    public void Drain()
    {
        Retire();

        if (!_exchange.IsActive && _stash.IsEmpty)
        {
            Transport.CloseAfterFlush();
        }
    }

    public void OnConnected()
    {
    }

    public void OnReceived(ReadOnlySpan<byte> bytes)
    {
        if (_stash.IsEmpty)
        {
            _stash.Add(bytes[Read(bytes)..]);
        }
        else
        {
            _stash.Add(bytes);
            _stash.Consume(Read(_stash.Bytes));
        }

        HoldOrRead();
    }

    public void OnEnd() => EndWhenRead();

    public void OnDrained()
    {
        _exchange.ClientDrained();
        ReadOn();
    }

    public void OnClosed(CloseReason reason)
    {
        _exchange.LostClient(reason);
        _stash.Clear();
        Transport.Loop.Timers.Cancel(_headLimit);
        Died?.Invoke();
    }

    /// <summary>What was in the way is gone.</summary>
    public void ReadOn()
    {
        if (_isReading || IsClosing)
        {
            return;
        }

        if (!_stash.IsEmpty)
        {
            _stash.Consume(Read(_stash.Bytes));
        }

        HoldOrRead();

        if (Transport.HasEnded)
        {
            EndWhenRead();
        }
    }

    public void OnExchangeEnded(bool closes)
    {
        if (closes || IsDraining)
        {
            Transport.CloseAfterFlush();
        }
        else
        {
            ReadOn();
        }
    }

    private void EndWhenRead()
    {
        if (!_exchange.IsActive)
        {
            Transport.CloseAfterFlush();
        }
        else if (_stash.IsEmpty)
        {
            _exchange.ClientEnded();
        }
    }

    private int Read(ReadOnlySpan<byte> bytes)
    {
        var total = 0;
        _isReading = true;

        while (total < bytes.Length && !IsClosing)
        {
            var taken = _exchange.IsActive ? _exchange.TakeRequest(bytes[total..]) : Begin(bytes[total..]);

            if (taken == 0)
            {
                break;
            }

            total += taken;
        }

        _isReading = false;
        return IsClosing ? bytes.Length : total;
    }

    /// <summary>Begins the next request; 0 when its time has not come.</summary>
    private int Begin(ReadOnlySpan<byte> bytes)
    {
        // Answers of our own must not pile up for a client that does not read them.
        if (Transport.IsCongested)
        {
            return 0;
        }

        // Some clients end a body with a line end too many (RFC 9112 §2.2).
        if (bytes.StartsWith("\r\n"u8))
        {
            return 2;
        }

        var result = _heads.ReadRequest(bytes, _routing.Context.Request, out var line, out var length);

        if (result == HeadResult.Incomplete)
        {
            LimitHead();
            return 0;
        }

        _routing.Context.Loop.Timers.Cancel(_headLimit);

        if (result == HeadResult.Complete)
        {
            _exchange.Begin(bytes[..length], line);
            return length;
        }

        Refuse(result == HeadResult.TooLarge ? ProxyErrors.HeadTooLarge : ProxyErrors.BadRequest, IsHttp10(bytes) ? 0 : 1);
        return bytes.Length;
    }

    private void LimitHead()
    {
        if (!_headLimit.IsScheduled)
        {
            _routing.Context.Loop.Timers.Schedule(_headLimit, _routing.Context.Options.HeadTimeout);
        }
    }

    private void HoldOrRead()
    {
        if (IsClosing)
        {
            return;
        }

        if (_exchange.IsRequestHeld || (!_stash.IsEmpty && (_exchange.IsActive || Transport.IsCongested)))
        {
            Transport.PauseReading();
        }
        else
        {
            Transport.ResumeReading();
        }
    }

    private void Refuse(ProxyError error, int minor)
    {
        _routing.Refused(_origin, error);
        LocalAnswer.Write(Transport.Output, error, minor, closes: true);
        Transport.CloseAfterFlush();
    }

    private static bool IsHttp10(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOf((byte)'\n');
        return end >= 0 && bytes[..end].EndsWith(" HTTP/1.0\r"u8);
    }
}
