using Conduit.Proxy.Transport;

namespace Conduit.Proxy.Tests.Tcp;

/// <summary>Counts what connections read.</summary>
internal sealed class CountingMeter : ITransportMeter
{
    private long _bytesRead;

    public long BytesRead => Interlocked.Read(ref _bytesRead);

    public void Read(int bytes) => Interlocked.Add(ref _bytesRead, bytes);

    public void Wrote(int bytes)
    {
    }

    public void Closed(CloseReason reason)
    {
    }
}
