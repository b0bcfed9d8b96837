namespace Conduit.Proxy.Forwarding.Yarp;

/// <summary>Flushes after each write: the HTTP client gathers small writes, and a peer may wait for each of them.</summary>
internal sealed class FlushingStream(Stream inner) : OneWayStream
{
    private bool _isFlushed;

    public override bool CanWrite => true;

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await inner.WriteAsync(buffer, cancellationToken);
        await inner.FlushAsync(cancellationToken);
        _isFlushed = true;
    }

    public override async Task FlushAsync(CancellationToken cancellationToken)
    {
        if (!_isFlushed)
        {
            await inner.FlushAsync(cancellationToken);
            _isFlushed = true;
        }
    }
}
