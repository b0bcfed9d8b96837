using System.Net;
using System.Net.Sockets;
using Conduit.Load.Machine;

namespace Conduit.Load.Servers;

/// <summary>
/// The servers behind the proxies, the same for all of them: nghttpd for HTTP/2, which sends back what is posted to it; nginx for HTTP/1,
/// which takes what is posted to /sink; an echo for TCP.
/// </summary>
internal sealed class Origins : IAsyncDisposable
{
    public const int LargeBody = 1 << 20;

    private readonly string _folder;
    private readonly List<ChildProcess> _programs = [];
    private readonly CancellationTokenSource _stop = new();
    private Socket? _echo;

    private Origins(string folder) => _folder = folder;

    public int Http2 { get; } = Ports.Free();

    public int Http1 { get; } = Ports.Free();

    public int Tcp { get; private set; }

    public static async Task<Origins> StartAsync(string folder)
    {
        var origins = new Origins(folder);
        var pages = Directory.CreateDirectory(Path.Combine(folder, "pages")).FullName;
        await File.WriteAllBytesAsync(Path.Combine(pages, "small"), new byte[100]);
        await File.WriteAllBytesAsync(Path.Combine(pages, "large"), new byte[LargeBody]);

        origins._programs.Add(await ChildProcess.StartAsync(
            "nghttpd", ["--no-tls", "--address=127.0.0.1", "--echo-upload", $"--htdocs={pages}", origins.Http2.ToString()], origins.Http2));
        origins._programs.Add(await ChildProcess.StartAsync("nginx", ["-c", origins.WriteNginx(pages)], origins.Http1));
        origins.StartEcho();
        return origins;
    }

    public int PortOf(Wire wire) => wire switch
    {
        Wire.Http1 => Http1,
        Wire.Http2 => Http2,
        _ => Tcp,
    };

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _echo?.Dispose();

        foreach (var program in _programs)
        {
            await program.DisposeAsync();
        }

        _stop.Dispose();
    }

    private string WriteNginx(string pages)
    {
        var file = Path.Combine(_folder, "origin.conf");
        File.WriteAllText(file, $$"""
            daemon off; user root; worker_processes 1; pid {{_folder}}/origin.pid; error_log /dev/null;
            events { worker_connections 4096; }
            http {
              access_log off; keepalive_requests 100000000; default_type text/plain;
              server { listen 127.0.0.1:{{Http1}}; root {{pages}}; client_max_body_size 16m; location /sink { return 200; } }
            }
            """);
        return file;
    }

    private void StartEcho()
    {
        _echo = new Socket(SocketType.Stream, ProtocolType.Tcp);
        _echo.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _echo.Listen();
        Tcp = ((IPEndPoint)_echo.LocalEndPoint!).Port;
        _ = AcceptAsync(_echo);
    }

    private async Task AcceptAsync(Socket listener)
    {
        try
        {
            while (true)
            {
                _ = EchoAsync(await listener.AcceptAsync(_stop.Token));
            }
        }
        catch (Exception failure) when (failure is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The run is over.
        }
    }

    private async Task EchoAsync(Socket connection)
    {
        using var ours = connection;
        connection.NoDelay = true;
        var buffer = new byte[64 * 1024];

        try
        {
            while (await connection.ReceiveAsync(buffer, _stop.Token) is > 0 and var read)
            {
                await connection.SendAsync(buffer.AsMemory(0, read), _stop.Token);
            }
        }
        catch (Exception failure) when (failure is OperationCanceledException or SocketException)
        {
            // The client is done.
        }
    }
}
