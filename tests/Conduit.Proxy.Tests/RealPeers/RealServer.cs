using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Conduit.Testing.Time;

namespace Conduit.Proxy.Tests.RealPeers;

/// <summary>A real server as a process of its own, with a folder of its own, on a port that was free.</summary>
internal sealed class RealServer : IAsyncDisposable
{
    private readonly Process _process;
    private readonly DirectoryInfo _folder;

    private RealServer(Process process, DirectoryInfo folder, IPEndPoint address) => (_process, _folder, Address) = (process, folder, address);

    public IPEndPoint Address { get; }

    /// <param name="program">What is run.</param>
    /// <param name="arguments">Given a port and a folder.</param>
    public static async Task<RealServer> StartAsync(string program, Func<int, string, string[]> arguments)
    {
        var folder = Directory.CreateTempSubdirectory("conduit-server-");
        var address = FreeAddress();
        var start = new ProcessStartInfo(program, arguments(address.Port, folder.FullName)) { RedirectStandardOutput = true, RedirectStandardError = true };
        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var server = new RealServer(process, folder, address);
        await Eventually.Holds(server.TakesConnectionsAsync, what: $"{program} takes connections");
        return server;
    }

    /// <summary>Runs a program to its end, before a server can start.</summary>
    public static void Prepare(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await Eventually.Ends(_process.WaitForExitAsync(CancellationToken.None));
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private static IPEndPoint FreeAddress()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return (IPEndPoint)socket.LocalEndPoint!;
    }

    private async Task<bool> TakesConnectionsAsync()
    {
        Assert.False(_process.HasExited);
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

        try
        {
            await socket.ConnectAsync(Address);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
