using System.Net;
using System.Net.Sockets;

namespace Conduit.TestPod.Servers;

/// <summary>The two servers that speak no HTTP.</summary>
internal sealed class TcpServers : BackgroundService
{
    private static readonly byte[] Greeting = "220 hello\n"u8.ToArray();

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        ServeAsync(PodPorts.Echo, greeting: null, stoppingToken),
        ServeAsync(PodPorts.Greeter, Greeting, stoppingToken));

    private static async Task ServeAsync(int port, byte[]? greeting, CancellationToken cancellationToken)
    {
        using var listener = new TcpListener(IPAddress.Any, port);
        listener.Start();

        while (true)
        {
            var connection = await listener.AcceptTcpClientAsync(cancellationToken);
            _ = AnswerAsync(connection, greeting, cancellationToken);
        }
    }

    private static async Task AnswerAsync(TcpClient connection, byte[]? greeting, CancellationToken cancellationToken)
    {
        using (connection)
        {
            try
            {
                var stream = connection.GetStream();

                if (greeting is not null)
                {
                    await stream.WriteAsync(greeting, cancellationToken);
                }

                await stream.CopyToAsync(stream, cancellationToken);
            }
            catch (Exception failure) when (failure is IOException or OperationCanceledException)
            {
                // The caller has gone, or the pod ends.
            }
        }
    }
}
