using Conduit.Cli.Tests.Running;
using Conduit.Testing.Api;
using Conduit.Testing.Time;

namespace Conduit.Cli.Tests.Output;

public sealed class WatchedOutputTests : IAsyncLifetime
{
    private readonly ManualTimeProvider _time = new();
    private FakeApi _api = null!;

    public async Task InitializeAsync() => _api = await FakeApi.StartAsync(EmojivotoMesh.Create());

    public async Task DisposeAsync() => await _api.DisposeAsync();

    [Fact]
    public async Task Answers_follow_each_other_where_no_person_reads()
    {
        var (once, watched) = await WatchAsync("get pods -A", onTerminal: false);

        Assert.Equal($"{once}\n{once}", watched.Out);
    }

    [Fact]
    public async Task On_a_terminal_an_answer_takes_the_place_of_the_one_before()
    {
        var (once, watched) = await WatchAsync("stat deploy -n emojivoto", onTerminal: true);

        Assert.Equal($"{once}\e[{once.Count(character => character == '\n')}F\e[J{once}", watched.Out);
    }

    // Two answers, and then Ctrl+C.
    private async Task<(string Once, CliResult Watched)> WatchAsync(string line, bool onTerminal)
    {
        var address = $" --api-addr {_api.Address}";
        var once = await new TestCli { OnTerminal = onTerminal, Environment = new() { NoColor = true } }.InvokeAsync(line + address);
        var cli = new TestCli { OnTerminal = onTerminal, Environment = new() { NoColor = true }, Time = _time };
        using var interrupt = new CancellationTokenSource();

        var running = cli.InvokeAsync($"{line} --watch {address}", interrupt.Token);
        await Eventually.Holds(() => cli.Output.Text == once.Out && _time.PendingTimers == 1, what: "the first answer, and a timer for the next");
        _time.Advance(TimeSpan.FromSeconds(2));
        await Eventually.Holds(() => cli.Output.Text.Length > once.Out.Length && cli.Output.Text.EndsWith(once.Out, StringComparison.Ordinal));
        await interrupt.CancelAsync();
        var watched = await running;

        Assert.Equal(ExitCode.Ok, watched.ExitCode);
        return (once.Out, watched);
    }
}
