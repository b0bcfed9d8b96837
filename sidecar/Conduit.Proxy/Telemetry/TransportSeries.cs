namespace Conduit.Proxy.Telemetry;

/// <summary>Counts the connections of one direction and peer.</summary>
internal sealed class TransportSeries(string labels)
{
    private long _opened;
    private long _open;
    private long _readBytes;
    private long _writtenBytes;

    /// <summary>The labels that all its metrics share, as the metrics page writes them.</summary>
    public string Labels { get; } = labels;

    public long Opened => Interlocked.Read(ref _opened);

    public long Open => Interlocked.Read(ref _open);

    public long ReadBytes => Interlocked.Read(ref _readBytes);

    public long WrittenBytes => Interlocked.Read(ref _writtenBytes);

    public TransportCloseSeries Successes { get; } = new();

    public TransportCloseSeries Failures { get; } = new();

    public void Begin()
    {
        Interlocked.Increment(ref _opened);
        Interlocked.Increment(ref _open);
    }

    public void Read(long bytes) => Interlocked.Add(ref _readBytes, bytes);

    public void Wrote(long bytes) => Interlocked.Add(ref _writtenBytes, bytes);

    public void End(bool isSuccess, TimeSpan lasted)
    {
        Interlocked.Decrement(ref _open);
        (isSuccess ? Successes : Failures).Record(lasted);
    }
}
