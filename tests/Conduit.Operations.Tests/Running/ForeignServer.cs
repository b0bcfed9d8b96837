using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Conduit.Operations.Tests.Running;

/// <summary>A server that is no mesh's API: it answers the first bytes with some of its own and closes, or says nothing at all.</summary>
internal sealed class ForeignServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopped = new();
    private readonly Task _serving;
    private int _connections;

    private ForeignServer(string? answer)
    {
        _listener.Start();
        _serving = ServeAsync(answer);
    }

    public string Address => _listener.LocalEndpoint.ToString()!;

    public int Connections => Volatile.Read(ref _connections);

    public static ForeignServer Start(string answer) => new(answer);

    public static ForeignServer StartSilent() => new(answer: null);

    public async ValueTask DisposeAsync()
    {
        await _stopped.CancelAsync();
        await _serving;
        _listener.Dispose();
        _stopped.Dispose();
    }

    private async Task ServeAsync(string? answer)
    {
        var open = new List<Socket>();

        try
        {
            while (true)
            {
                var socket = await _listener.AcceptSocketAsync(_stopped.Token);
                open.Add(socket);
                Interlocked.Increment(ref _connections);

                if (answer is not null)
                {
                    await AnswerAsync(socket, answer);
                }
            }
        }
        catch (OperationCanceledException)
        {
            open.ForEach(socket => socket.Dispose());
        }
    }

    private async Task AnswerAsync(Socket socket, string answer)
    {
        await socket.ReceiveAsync(new byte[1024], _stopped.Token);
        await socket.SendAsync(Encoding.ASCII.GetBytes(answer), _stopped.Token);
        socket.Shutdown(SocketShutdown.Send);
    }
}
