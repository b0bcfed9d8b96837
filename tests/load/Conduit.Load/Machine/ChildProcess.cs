using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Conduit.Load.Machine;

/// <summary>A program that runs until it is disposed.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(1);

    private readonly Process _process;
    private readonly long _started;
    private readonly int _port;

    private ChildProcess(Process process, long started, int port) => (_process, _started, _port) = (process, started, port);

    public int Id => _process.Id;

    /// <summary>Time since it was started.</summary>
    public TimeSpan Age => Stopwatch.GetElapsedTime(_started);

    /// <summary>Starts it and waits until something listens on the port.</summary>
    public static Task<ChildProcess> StartAsync(
        string program, IEnumerable<string> arguments, int port, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true };

        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return StartAsync(start, port);
    }

    /// <summary>Ends it, and starts another like it.</summary>
    public async Task<ChildProcess> RestartAsync()
    {
        var start = _process.StartInfo;
        await DisposeAsync();
        return await StartAsync(start, _port);
    }

    /// <summary>Waits until it has ended by itself.</summary>
    /// <exception cref="OperationCanceledException">It took longer than the limit.</exception>
    public async Task EndsAsync(TimeSpan limit)
    {
        using var expiry = new CancellationTokenSource(limit);
        await _process.WaitForExitAsync(expiry.Token);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task<ChildProcess> StartAsync(ProcessStartInfo start, int port)
    {
        var started = Stopwatch.GetTimestamp();
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        var said = new List<string>();
        process.ErrorDataReceived += (_, line) => said.Add(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var child = new ChildProcess(process, started, port);

        try
        {
            await child.ListensAsync();
            return child;
        }
        catch (InvalidOperationException failure)
        {
            await child.DisposeAsync();
            throw new InvalidOperationException($"{start.FileName}: {failure.Message}\n{string.Join('\n', said)}", failure);
        }
    }

    private async Task ListensAsync()
    {
        while (!await CanConnectAsync(_port))
        {
            if (_process.HasExited || Age > StartLimit)
            {
                throw new InvalidOperationException($"it does not listen on port {_port}");
            }

            await Task.Delay(Pause, TimeProvider.System);
        }
    }

    private static async Task<bool> CanConnectAsync(int port)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);

        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
