using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Conduit.Load.Clients;
using Conduit.Load.Machine;
using Conduit.Load.Meshes;

namespace Conduit.Load.Databases;

/// <summary>
/// How long a client of a database waits for the first byte, from the moment that it begins to connect: straight, and through a client's
/// proxy and a server's that have no list of ports, and so have to find out who speaks first.
/// </summary>
internal sealed class FirstByteRun(string folder) : IAsyncDisposable
{
    private readonly List<ChildProcess> _programs = [];
    private readonly List<DirectoryInfo> _folders = [];

    /// <summary>The lines of a table.</summary>
    /// <param name="connections">How many, one after the other, each way.</param>
    public async Task<IReadOnlyList<string>> RunAsync(int connections)
    {
        var mesh = new MeshFile(folder);
        mesh.Write();
        var controller = Ports.Free();
        _programs.Add(await MeshPrograms.StartControllerAsync(mesh, controller));
        var lines = new List<string> { "| server | ms straight: p50, p99 | ms meshed: p50, p99 |", "|---|---|---|" };

        foreach (var database in AllDatabases.All)
        {
            lines.Add(await MeasureAsync(database, controller, connections));
        }

        return lines;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var program in _programs)
        {
            await program.DisposeAsync();
        }

        foreach (var each in _folders)
        {
            each.Delete(recursive: true);
        }
    }

    private async Task<string> MeasureAsync(Database database, int controller, int connections)
    {
        var server = await StartAsync(database);
        var entrance = await LeadToAsync(await LeadToAsync(server, controller), controller);
        await WaitAsync(database, entrance);
        var (straight, meshed) = (new List<double>(), new List<double>());

        for (var number = 0; number < connections; number++)
        {
            straight.Add(await WaitAsync(database, server));
            meshed.Add(await WaitAsync(database, entrance));
        }

        return string.Create(CultureInfo.InvariantCulture, $"| {database.Name} | {Quantiles(straight)} | {Quantiles(meshed)} |");
    }

    private async Task<int> StartAsync(Database database)
    {
        var data = Directory.CreateTempSubdirectory("conduit-database-");
        _folders.Add(data);
        var port = Ports.Free();
        _programs.Add(await ChildProcess.StartAsync(database.Program, database.Arguments(port, data.FullName), port));
        return port;
    }

    /// <summary>Puts a proxy before a port.</summary>
    /// <returns>Its own.</returns>
    private async Task<int> LeadToAsync(int target, int controller)
    {
        var port = Ports.Free();
        var settings = new Dictionary<string, string> { ["CONDUIT_PROXY_FORWARDS"] = $"tcp://127.0.0.1:{port}=tcp://127.0.0.1:{target}" };
        _programs.Add(await MeshPrograms.StartProxyAsync(controller, Ports.Free(), settings, port));
        return port;
    }

    /// <summary>Milliseconds until the first byte came.</summary>
    private static async Task<double> WaitAsync(Database database, int port)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        var answer = new byte[1];
        var started = Stopwatch.GetTimestamp();
        await socket.ConnectAsync(IPAddress.Loopback, port);

        if (database.Opening.Length > 0)
        {
            await socket.SendAsync(database.Opening);
        }

        var read = await socket.ReceiveAsync(answer);
        var waited = Stopwatch.GetElapsedTime(started).TotalMilliseconds;

        return read == 1 && (database.Answer ?? answer[0]) == answer[0]
            ? waited
            : throw new IOException($"{database.Name} answered with {(read == 0 ? "nothing" : $"'{(char)answer[0]}'")}.");
    }

    private static string Quantiles(List<double> milliseconds)
    {
        var log = new LatencyLog(0, [.. milliseconds.Order()]);
        return string.Create(CultureInfo.InvariantCulture, $"{log.Quantile(0.5):0.00}, {log.Quantile(0.99):0.00}");
    }
}
