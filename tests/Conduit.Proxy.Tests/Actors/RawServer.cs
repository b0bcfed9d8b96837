using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Conduit.Proxy.Tests.Actors;

/// <summary>A server that says fixed bytes, whatever it is asked.</summary>
internal sealed class RawServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly StringBuilder _received = new();
    private readonly string _answer;
    private readonly bool _echoes;

    private RawServer(string answer, bool echoes)
    {
        _answer = answer;
        _echoes = echoes;
        _listener.Start();
        _ = AcceptAsync();
    }

    public IPEndPoint Address => (IPEndPoint)_listener.LocalEndpoint;

    public string Received
    {
        get
        {
            lock (_received)
            {
                return _received.ToString();
            }
        }
    }

    /// <summary>Answers after the first head and closes.</summary>
    public static RawServer Answering(string answer) => new(answer, echoes: false);

    /// <summary>Answers after the first head and then sends back all that comes.</summary>
    public static RawServer Echoing(string answer) => new(answer, echoes: true);

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await _listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception failure) when (failure is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            var stream = client.GetStream();
            var head = await RawHttp.ReadUntilAsync(stream, "\r\n\r\n");

            lock (_received)
            {
                _received.Append(head);
            }

            await stream.WriteAsync(Encoding.Latin1.GetBytes(_answer));

            if (_echoes)
            {
                await stream.CopyToAsync(stream);
            }
        }
    }
}
