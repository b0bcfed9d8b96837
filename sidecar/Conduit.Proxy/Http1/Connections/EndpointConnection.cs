using Conduit.Proxy.Http1.Exchanges;
using Conduit.Proxy.Http1.Heads;
using Conduit.Proxy.Transport;

namespace Conduit.Proxy.Http1.Connections;

/// <summary>A connection to an endpoint. It carries one exchange at a time.</summary>
internal sealed class EndpointConnection : IConnectionHandler
{
    private readonly EndpointPools _pools;
    private readonly EndpointPool _pool;
    private readonly InputStash _stash = new();
    private RelayedExchange? _exchange;

    /// <param name="pools">Where it belongs.</param>
    /// <param name="pool">Its own.</param>
    /// <param name="fresh">One that was opened already; null opens one.</param>
    public EndpointConnection(EndpointPools pools, EndpointPool pool, FreshConnection? fresh)
    {
        (_pools, _pool) = (pools, pool);
        Heads = new HeadReader(pools.Context.Options);
        Transport = fresh?.Transport ?? pools.Connect(pool.Address, this);
        Transport.Handler = this;
    }

    public Connection Transport { get; }

    /// <summary>A timestamp of the clock.</summary>
    public long IdleSince { get; set; }

    /// <summary>True when another exchange went before this one.</summary>
    public bool IsReused { get; private set; }

    /// <summary>True once the endpoint has sent anything in answer to this exchange.</summary>
    public bool HasAnswered { get; private set; }

    public HeadReader Heads { get; }

    public void Begin(RelayedExchange exchange)
    {
        _exchange = exchange;
        HasAnswered = false;
    }

    /// <summary>The exchange is over, and another may follow it.</summary>
    public void Release()
    {
        _exchange = null;
        IsReused = true;

        if (!_stash.IsEmpty || Transport.HasEnded)
        {
            Transport.Close();
        }
        else
        {
            Transport.ResumeReading();
            _pools.Keep(_pool, this);
        }
    }

    /// <summary>Nobody waits for what it may still say.</summary>
    public void Abandon(CloseReason reason = CloseReason.Requested)
    {
        _exchange = null;
        Transport.Close(reason);
    }

    /// <summary>Lets it end by itself.</summary>
    public void LetEnd() => _exchange = null;

    public void OnConnected() => _exchange?.EndpointConnected();

    public void OnReceived(ReadOnlySpan<byte> bytes)
    {
        if (_exchange is not { } exchange)
        {
            // It speaks unasked, so what comes next cannot be told from an answer.
            Transport.Close();
            return;
        }

        HasAnswered = true;

        if (_stash.IsEmpty)
        {
            _stash.Add(bytes[exchange.TakeResponse(bytes)..]);
        }
        else
        {
            _stash.Add(bytes);
            _stash.Consume(exchange.TakeResponse(_stash.Bytes));
        }

        // Only now is it known whether more came than belongs to the response.
        if (ReferenceEquals(_exchange, exchange))
        {
            exchange.CompleteWhenDone();
        }
    }

    public void OnEnd()
    {
        if (_exchange is { } exchange)
        {
            exchange.EndpointEnded();
        }
        else
        {
            Transport.Close(CloseReason.Ended);
        }
    }

    public void OnDrained() => _exchange?.EndpointDrained();

    public void OnClosed(CloseReason reason)
    {
        _stash.Clear();
        _pools.Remove(_pool, this);
        var exchange = _exchange;
        _exchange = null;
        exchange?.LostEndpoint(reason);
    }
}
