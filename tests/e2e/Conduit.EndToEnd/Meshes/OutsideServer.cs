using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Conduit.EndToEnd.Meshes;

/// <summary>A web server of one page on this machine, which pods know by a name that is none of the cluster's.</summary>
internal sealed class OutsideServer : IDisposable
{
    public const string Name = "outside.example";

    /// <summary>This machine, as pods of the cluster kit see it.</summary>
    public const string Address = "10.200.0.254";

    private readonly TcpListener _listener = new(IPAddress.Parse(Address), 0);

    public OutsideServer()
    {
        _listener.Start();
        _ = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public void Dispose() => _listener.Dispose();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var connection = await _listener.AcceptTcpClientAsync();
                var stream = connection.GetStream();
                _ = await stream.ReadAsync(new byte[4096]);
                await stream.WriteAsync(Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Length: 7\r\nConnection: close\r\n\r\noutside"));
            }
        }
        catch (SocketException)
        {
            // The test is over.
        }
    }
}
