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

    private ChildProcess(Process process, long started) => (_process, _started) = (process, started);

    public int Id => _process.Id;

    /// <summary>Time since it was started.</summary>
    public TimeSpan Age => Stopwatch.GetElapsedTime(_started);

    /// <summary>Starts it and waits until something listens on the port.</summary>
    public static async Task<ChildProcess> StartAsync(
        string program, IEnumerable<string> arguments, int port, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true };

        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        var started = Stopwatch.GetTimestamp();
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        var said = new List<string>();
        process.ErrorDataReceived += (_, line) => said.Add(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var child = new ChildProcess(process, started);

        try
        {
            await child.ListensAsync(port);
            return child;
        }
        catch (InvalidOperationException failure)
        {
            await child.DisposeAsync();
            throw new InvalidOperationException($"{program}: {failure.Message}\n{string.Join('\n', said)}", failure);
        }
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

    private async Task ListensAsync(int port)
    {
        while (!await CanConnectAsync(port))
        {
            if (_process.HasExited || Age > StartLimit)
            {
                throw new InvalidOperationException($"it does not listen on port {port}");
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
