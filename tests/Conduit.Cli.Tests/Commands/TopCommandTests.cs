using Conduit.Cli.Tests.Running;
using Conduit.Protocol.Common;
using Conduit.Protocol.Public;
using Conduit.Testing.Api;
using Conduit.Testing.Snapshots;
using Conduit.Testing.Time;

namespace Conduit.Cli.Tests.Commands;

public sealed class TopCommandTests : IAsyncLifetime
{
    private const string Sample = "note: this is a sample of at most 100 requests per second; 'conduit stat' counts all of them\n";

    private readonly ManualTimeProvider _time = new();
    private FakeApi _api = null!;

    public async Task InitializeAsync()
    {
        _api = await FakeApi.StartAsync(EmojivotoMesh.Create());
        AddRequest(1, "/api/list", 200, TimeSpan.FromMilliseconds(2.5));
        AddRequest(2, "/api/list", 200, TimeSpan.FromMicroseconds(700));
        AddRequest(3, "/api/vote?choice=:doughnut:", 500, TimeSpan.FromMilliseconds(120));
        AddRequest(4, "/emojivoto.v1.VotingService/VoteDoughnut", 200, TimeSpan.FromMilliseconds(3), new Eos { GrpcStatusCode = 2 });
        _api.Mesh.Events.Add(TapEvents.Request(5, "/never/answered"));
    }

    public async Task DisposeAsync() => await _api.DisposeAsync();

    [Theory]
    [InlineData("table")]
    [InlineData("wide")]
    [InlineData("json")]
    public async Task Top_counts_what_is_alike(string format)
    {
        _api.Mesh.TapEnds = true;

        var result = await TopAsync(new TestCli { Time = _time }, $"-o {format}");

        Assert.Equal((ExitCode.Ok, Sample), (result.ExitCode, result.Error));
        Snapshot.Match(result.Out, parameters: $"format={format}");
    }

    [Fact]
    public async Task A_terminal_is_refreshed_in_place_until_interrupted()
    {
        var cli = new TestCli { Time = _time, OnTerminal = true, Environment = new() { NoColor = true } };
        using var interruption = new CancellationTokenSource();
        var top = TopAsync(cli, "", interruption.Token);

        // The clock also bounds the question before the tap, so it stands still until that is answered.
        await Eventually.Holds(() => _api.Questions.OfType<TapByResourceRequest>().Any());
        await Eventually.Holds(() => Refreshed().Contains(":doughnut:", StringComparison.Ordinal));
        await Eventually.Holds(() => Refreshed().Contains("\e[4F\e[J", StringComparison.Ordinal));
        await interruption.CancelAsync();

        Assert.Equal(ExitCode.Ok, (await top).ExitCode);

        string Refreshed()
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            return cli.Output.Text;
        }
    }

    [Fact]
    public async Task A_watch_writes_the_rows_again_where_no_person_reads()
    {
        var cli = new TestCli { Time = _time };
        using var interruption = new CancellationTokenSource();
        var top = TopAsync(cli, "--watch", interruption.Token);

        await Eventually.Holds(() => _api.Questions.OfType<TapByResourceRequest>().Any());
        await Eventually.Holds(() => Written().Split("SOURCE").Length > 2);
        await interruption.CancelAsync();
        var watched = await top;

        Assert.Equal((ExitCode.Ok, Sample), (watched.ExitCode, watched.Error));
        Assert.DoesNotContain("\e", watched.Out, StringComparison.Ordinal);

        string Written()
        {
            _time.Advance(TimeSpan.FromSeconds(2));
            return cli.Output.Text;
        }
    }

    private void AddRequest(uint stream, string path, int status, TimeSpan latency, Eos? eos = null)
    {
        _api.Mesh.Events.Add(TapEvents.Request(stream, path));
        _api.Mesh.Events.Add(TapEvents.Response(stream, status, latency));
        _api.Mesh.Events.Add(TapEvents.End(stream, latency, eos));
    }

    private Task<CliResult> TopAsync(TestCli cli, string options, CancellationToken cancellationToken = default) =>
        cli.InvokeAsync($"top deploy/web -n emojivoto --api-addr {_api.Address} {options}", cancellationToken);
}
