using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Conduit.Kubernetes.Tests.Servers;

/// <summary>An HTTP proxy that lets one caller CONNECT through it.</summary>
internal sealed class ForwardingProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _disposed = new();

    public ForwardingProxy(bool refuses = false)
    {
        _listener.Start();
        Asked = ServeAsync(refuses);
    }

    public Uri Url => new($"http://{_listener.LocalEndpoint}");

    /// <summary>The request line it got.</summary>
    public Task<string> Asked { get; }

    public void Dispose()
    {
        _disposed.Cancel();
        _listener.Dispose();
        _disposed.Dispose();
    }

    private async Task<string> ServeAsync(bool refuses)
    {
        var caller = (await _listener.AcceptTcpClientAsync(_disposed.Token)).GetStream();
        var line = await ReadHeadAsync(caller);

        if (refuses)
        {
            await caller.WriteAsync("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n"u8.ToArray());
            return line;
        }

        var server = new TcpClient();
        await server.ConnectAsync(IPEndPoint.Parse(line.Split(' ')[1]), _disposed.Token);
        await caller.WriteAsync("HTTP/1.1 200 OK\r\n\r\n"u8.ToArray());
        _ = caller.CopyToAsync(server.GetStream(), _disposed.Token);
        _ = server.GetStream().CopyToAsync(caller, _disposed.Token);
        return line;
    }

    private static async Task<string> ReadHeadAsync(NetworkStream caller)
    {
        var head = new StringBuilder();
        var next = new byte[1];

        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            await caller.ReadExactlyAsync(next);
            head.Append((char)next[0]);
        }

        return head.ToString().Split("\r\n")[0];
    }
}
