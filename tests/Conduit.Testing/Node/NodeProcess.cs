using System.Diagnostics;
using System.Text.Json;
using Conduit.Testing.Time;
using Xunit;

namespace Conduit.Testing.Node;

/// <summary>One JavaScript program; it speaks in lines of JSON and is gone when this is disposed.</summary>
public sealed class NodeProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;

    internal NodeProcess(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
    }

    public async Task<JsonElement> ReadAsync(string what)
    {
        var line = await Eventually.Ends(_process.StandardOutput.ReadLineAsync(), what: what);
        if (line is null)
        {
            Assert.Fail($"{what}: the program ended. {await Eventually.Ends(_errors)}");
        }

        return JsonElement.Parse(line);
    }

    public async Task<JsonElement> AskAsync(string question)
    {
        await _process.StandardInput.WriteLineAsync(question);
        await _process.StandardInput.FlushAsync();
        return await ReadAsync(question);
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        _process.Kill(entireProcessTree: true);
        await Eventually.Ends(_process.WaitForExitAsync());
        _process.Dispose();
    }
}
