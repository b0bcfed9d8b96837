using System.Diagnostics;
using System.Text;
using Conduit.Testing.Time;

namespace Conduit.EndToEnd.Commands;

/// <summary>A command whose output is kept. Disposing it kills what is left of it.</summary>
internal sealed class RunningCommand : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _error = new();
    private readonly Task _drained;

    public RunningCommand(ProcessStartInfo start)
    {
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        Text = $"{Path.GetFileNameWithoutExtension(start.FileName)} {string.Join(' ', start.ArgumentList)}";
        _process = Process.Start(start)!;
        _drained = Task.WhenAll(DrainAsync(_process.StandardOutput, _output), DrainAsync(_process.StandardError, _error));
    }

    public string Text { get; }

    public string Output => Read(_output);

    public string Error => Read(_error);

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

    public async Task<CommandResult> EndAsync(TimeSpan limit)
    {
        await Eventually.Ends(_process.WaitForExitAsync(), limit, $"'{Text}', which printed\n{Output}\n{Error}");
        await Eventually.Ends(_drained, limit);
        return new CommandResult(Text, _process.ExitCode, Output, Error);
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

    private static string Read(StringBuilder text)
    {
        lock (text)
        {
            return text.ToString();
        }
    }
}
