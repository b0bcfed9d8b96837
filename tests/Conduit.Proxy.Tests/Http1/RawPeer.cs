using System.Net;
using System.Net.Sockets;
using System.Text;
using Conduit.Proxy.Tests.Actors;
using Conduit.Testing.Time;

namespace Conduit.Proxy.Tests.Http1;

/// <summary>One end of a connection, byte by byte. Text is Latin-1, so that every byte is a character.</summary>
internal sealed class RawPeer(Socket socket) : IDisposable
{
    private readonly NetworkStream _stream = new(socket, ownsSocket: true);

    public static async Task<RawPeer> ConnectAsync(IPEndPoint address)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await Eventually.Ends(socket.ConnectAsync(address));
        return new RawPeer(socket);
    }

    public async Task SendAsync(string text) =>
        await Eventually.Ends(_stream.WriteAsync(Encoding.Latin1.GetBytes(text)).AsTask(), what: "sending");

    public Task<string> ReadHeadAsync() => ReadUntilAsync("\r\n\r\n");

    public Task<string> ReadUntilAsync(string end) => RawHttp.ReadUntilAsync(_stream, end);

    public async Task<string> ReadAsync(int length)
    {
        var bytes = new byte[length];
        await Eventually.Ends(_stream.ReadExactlyAsync(bytes).AsTask(), what: $"reading {length} bytes");
        return Encoding.Latin1.GetString(bytes);
    }

    public async Task<string> ReadToEndAsync()
    {
        using var reader = new StreamReader(_stream, Encoding.Latin1, leaveOpen: true);
        return await Eventually.Ends(reader.ReadToEndAsync(), what: "reading until the end");
    }

    /// <summary>True when the other side ended the connection, in whatever way, without another byte.</summary>
    public async Task<bool> IsClosedAsync()
    {
        try
        {
            return await Eventually.Ends(_stream.ReadAsync(new byte[1]).AsTask(), what: "waiting for the end") == 0;
        }
        catch (IOException)
        {
            return true;
        }
    }

    public void End() => socket.Shutdown(SocketShutdown.Send);

    public void Reset()
    {
        socket.LingerState = new LingerOption(true, 0);
        Dispose();
    }

    public void Dispose() => _stream.Dispose();
}
