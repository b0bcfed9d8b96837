namespace Conduit.Proxy.Forwarding.Yarp;

/// <summary>Reads a body and tells the exchange how much of it there was.</summary>
internal sealed class MeasuredBody(Stream inner, Exchange exchange) : OneWayStream
{
    public override bool CanRead => true;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken);
        exchange.Received(read);
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
