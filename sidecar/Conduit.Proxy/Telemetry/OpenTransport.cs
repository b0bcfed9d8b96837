namespace Conduit.Proxy.Telemetry;

/// <summary>One connection, while it is open.</summary>
internal sealed class OpenTransport
{
    private readonly TransportSeries _series;
    private readonly TimeProvider _time;
    private readonly long _openedAt;
    private volatile bool _isBroken;
    private int _isClosed;

    public OpenTransport(TransportSeries series, TimeProvider time)
    {
        _series = series;
        _time = time;
        _openedAt = time.GetTimestamp();
        series.Begin();
    }

    public void Read(long bytes) => _series.Read(bytes);

    public void Wrote(long bytes) => _series.Wrote(bytes);

    /// <summary>The connection failed, so its end will be no orderly one.</summary>
    public void Broke() => _isBroken = true;

    public void Close()
    {
        if (Interlocked.Exchange(ref _isClosed, 1) == 0)
        {
            _series.End(!_isBroken, _time.GetElapsedTime(_openedAt));
        }
    }
}
