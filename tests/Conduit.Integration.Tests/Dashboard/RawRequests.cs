using System.Net.Sockets;
using System.Text;

namespace Conduit.Integration.Tests.Dashboard;

/// <summary>Requests with paths that no client would send.</summary>
internal static class RawRequests
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>Sends one after the other until it is cancelled; what comes back does not matter.</summary>
    public static async Task SendAsync(Uri server, string path, CancellationToken cancellationToken)
    {
        var request = Encoding.UTF8.GetBytes($"GET {path} HTTP/1.1\r\nHost: {server.Authority}\r\nConnection: close\r\n\r\n");
        using var timer = new PeriodicTimer(Pause, TimeProvider.System);

        while (!cancellationToken.IsCancellationRequested)
        {
            using var client = new TcpClient();
            await client.ConnectAsync(server.Host, server.Port, CancellationToken.None);
            await client.GetStream().WriteAsync(request, CancellationToken.None);
            await client.GetStream().CopyToAsync(Stream.Null, CancellationToken.None);
            await timer.WaitForNextTickAsync(CancellationToken.None);
        }
    }
}
