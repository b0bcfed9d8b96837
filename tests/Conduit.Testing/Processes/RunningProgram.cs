using System.Diagnostics;
using System.Text;
using Conduit.Testing.Time;

namespace Conduit.Testing.Processes;

/// <summary>A process whose output is kept. Disposing it kills what is left of it.</summary>
public sealed class RunningProgram : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _error = new();
    private readonly Task _drained;

    public RunningProgram(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.RedirectStandardInput = true;
        Command = $"{Path.GetFileNameWithoutExtension(start.FileName)} {string.Join(' ', start.ArgumentList)}";
        _process = Process.Start(start)!;
        _drained = Task.WhenAll(DrainAsync(_process.StandardOutput, _output), DrainAsync(_process.StandardError, _error));
    }

    /// <summary>The program and its arguments, as one would type them.</summary>
    public string Command { get; }

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    public string Output => Text(_output);

    public string Error => Text(_error);

    public void Interrupt() => Signals.Send(Signals.Interrupt, _process.Id);

    /// <summary>Gives it its whole standard input.</summary>
    public async Task FeedAsync(string input)
    {
        try
        {
            await _process.StandardInput.WriteAsync(input);
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has ended without reading; its exit code says why.
        }
    }

    public async Task<ProgramResult> EndAsync(TimeSpan limit)
    {
        await Eventually.Ends(_process.WaitForExitAsync(), limit, $"'{Command}', which printed\n{Output}\n{Error}");
        await Eventually.Ends(_drained, limit);
        return new ProgramResult(Command, _process.ExitCode, Output, Error);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private static async Task DrainAsync(StreamReader reader, StringBuilder text)
    {
        var buffer = new char[4096];

        while (await reader.ReadAsync(buffer) is > 0 and var read)
        {
            lock (text)
            {
                text.Append(buffer, 0, read);
            }
        }
    }

    private static string Text(StringBuilder text)
    {
        lock (text)
        {
            return text.ToString();
        }
    }
}
