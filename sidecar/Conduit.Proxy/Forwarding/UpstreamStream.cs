using System.Net.Sockets;
using Conduit.Proxy.Telemetry;

namespace Conduit.Proxy.Forwarding;

/// <summary>
/// A connection to an endpoint that counts what crosses it. It stays a network stream, because the HTTP client asks those whether
/// they are still alive.
/// </summary>
internal sealed class UpstreamStream(Socket socket, OpenTransport transport) : NetworkStream(socket, ownsSocket: true)
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            var read = await base.ReadAsync(buffer, cancellationToken);
            transport.Read(read);
            return read;
        }
        catch (IOException)
        {
            transport.Broke();
            throw;
        }
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            await base.WriteAsync(buffer, cancellationToken);
            transport.Wrote(buffer.Length);
        }
        catch (IOException)
        {
            transport.Broke();
            throw;
        }
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        transport.Close();
    }
}
