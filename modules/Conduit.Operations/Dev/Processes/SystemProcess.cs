using System.ComponentModel;
using System.Diagnostics;
using System.Threading.Channels;
using Conduit.Model.Cluster;

namespace Conduit.Operations.Dev.Processes;

/// <summary>A process of the operating system.</summary>
internal sealed class SystemProcess : IRunningProcess
{
    // A grandchild may keep the pipe open for as long as it likes, so the output's end is not waited for any longer.
    private static readonly TimeSpan OutputGrace = TimeSpan.FromMilliseconds(200);

    private readonly Process _process;
    private volatile IReadOnlyList<ProcessIdentity> _tree = [];

    public SystemProcess(Process process, Action<string> onLine)
    {
        _process = process;
        Identity = new ProcessIdentity(process.Id, StartOf(process));
        Exited = WaitAsync(PumpAsync(onLine));
    }

    public ProcessIdentity Identity { get; }

    public Task<int> Exited { get; }

    public void CloseInput()
    {
        try
        {
            _process.StandardInput.Close();
        }
        catch (Exception failure) when (failure is IOException or InvalidOperationException)
        {
            // It closed its own end first, or is gone.
        }
    }

    public void NoteTree() => _tree = ProcessTree.Of(Identity.ProcessId);

    public void Terminate()
    {
        NoteTree();
        ProcessTree.Terminate(_tree);

        if (OperatingSystem.IsWindows())
        {
            Kill();
        }
    }

    public void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception failure) when (failure is InvalidOperationException or AggregateException)
        {
            // It ended meanwhile, or something that it started did.
        }
    }

    public void Dispose() => _process.Dispose();

    private static DateTimeOffset StartOf(Process process)
    {
        try
        {
            return process.StartTime.ToUniversalTime();
        }
        catch (Exception failure) when (failure is InvalidOperationException or Win32Exception)
        {
            // It is over already, so nobody will look for it.
            return default;
        }
    }

    private async Task<int> WaitAsync(Task output)
    {
        await _process.WaitForExitAsync();
        await Task.WhenAny(output, Task.Delay(OutputGrace, TimeProvider.System));

        // A shell that was killed leaves what it ran behind, on the ports that its successor wants.
        foreach (var survivor in _tree.Where(ProcessTable.IsRunning))
        {
            ProcessTree.Kill(survivor.ProcessId);
        }

        return _process.ExitCode;
    }

    private async Task PumpAsync(Action<string> onLine)
    {
        var lines = Channel.CreateUnbounded<string>(new UnboundedChannelOptions { SingleReader = true });
        var read = Task.WhenAll(ReadAsync(_process.StandardOutput, lines.Writer), ReadAsync(_process.StandardError, lines.Writer));
        var closing = read.ContinueWith(_ => lines.Writer.Complete(), TaskScheduler.Default);

        await foreach (var line in lines.Reader.ReadAllAsync())
        {
            onLine(line);
        }

        await closing;
    }

    private static async Task ReadAsync(StreamReader reader, ChannelWriter<string> lines)
    {
        try
        {
            while (await reader.ReadLineAsync() is { } line)
            {
                await lines.WriteAsync(line);
            }
        }
        catch (Exception failure) when (failure is IOException or ObjectDisposedException)
        {
            // The pipe went away with its process.
        }
    }
}
