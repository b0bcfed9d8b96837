using Conduit.Cli.Tests.Running;
using Conduit.Protocol.Common;
using Conduit.Protocol.Public;
using Conduit.Testing.Api;
using Conduit.Testing.Snapshots;

namespace Conduit.Cli.Tests.Commands;

public sealed class TapCommandTests : IAsyncLifetime
{
    private FakeApi _api = null!;

    public async Task InitializeAsync()
    {
        _api = await FakeApi.StartAsync(EmojivotoMesh.Create());
        _api.Mesh.TapEnds = true;
    }

    public async Task DisposeAsync() => await _api.DisposeAsync();

    [Fact]
    public async Task Events_are_lines_of_the_contracted_form()
    {
        Add(
            TapEvents.Request(1, "/api/list"),
            TapEvents.Response(1, 200, TimeSpan.FromMicroseconds(1_234_567)),
            TapEvents.End(1, TimeSpan.FromMicroseconds(2_000_001)),
            TapEvents.Request(2, "/emojivoto.v1.VotingService/VoteDoughnut", ProxyDirection.Outbound),
            TapEvents.End(2, TimeSpan.FromMicroseconds(12), new Eos { GrpcStatusCode = 2 }, ProxyDirection.Outbound),
            TapEvents.End(3, TimeSpan.FromMicroseconds(12), new Eos { ResetErrorCode = 8 }, ProxyDirection.Unknown));

        var result = await TapAsync("tap deployment emojivoto/web");

        Assert.Equal((ExitCode.Ok, ""), (result.ExitCode, result.Error));
        Assert.Equal(
            """
            req id=7:1 proxy=in  src=10.0.0.1:40000 dst=web-1:8080 tls=disabled :method=GET :authority=web-svc.emojivoto:80 :path=/api/list
            rsp id=7:1 proxy=in  src=10.0.0.1:40000 dst=web-1:8080 tls=disabled :status=200 latency=1234567µs
            end id=7:1 proxy=in  src=10.0.0.1:40000 dst=web-1:8080 tls=disabled duration=2000001µs response-length=420B
            req id=7:2 proxy=out src=10.0.0.1:40000 dst=web-1:8080 tls=no_identity :method=GET :authority=web-svc.emojivoto:80 :path=/emojivoto.v1.VotingService/VoteDoughnut
            end id=7:2 proxy=out src=10.0.0.1:40000 dst=web-1:8080 tls=no_identity grpc-status=Unknown duration=12µs response-length=420B
            end id=7:3 proxy=??? src=10.0.0.1:40000 dst=web-1:8080 tls= reset-error=8 duration=12µs response-length=420B

            """.ReplaceLineEndings("\n"),
            result.Out);
    }

    [Fact]
    public async Task Json_is_one_object_per_line()
    {
        Add(
            TapEvents.Request(1, "/api/list"),
            TapEvents.Response(1, 503, TimeSpan.FromMicroseconds(1_250)),
            TapEvents.End(1, TimeSpan.FromMilliseconds(2), new Eos { GrpcStatusCode = 0 }));

        Snapshot.Match((await TapAsync("tap deploy/web -n emojivoto -o json")).Out);
    }

    [Fact]
    public async Task Wide_adds_what_is_known_of_both_ends_and_headers_in_a_form_that_no_terminal_obeys()
    {
        Add(TapEvents.Request(1, "/api/list"), TapEvents.Response(1, 200, TimeSpan.FromMilliseconds(1)));

        var result = await TapAsync("tap deploy/web -n emojivoto -o wide");

        const string Ends = "src_tls=disabled dst_deployment=web dst_namespace=emojivoto dst_pod=web-1 dst_tls=no_identity";
        var lines = result.Out.Split('\n');
        Assert.EndsWith($" :path=/api/list {Ends} user-agent=\"me/1.0\" cookie=\"(redacted)\"", lines[0], StringComparison.Ordinal);
        Assert.EndsWith($" {Ends} x-quote=\"\\\"\\u001B[31m\" cookie=\"(redacted)\"", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filters_travel_with_the_question()
    {
        await TapAsync("tap deploy/web -n emojivoto --to svc/voting-svc --max-rps 2.5 --scheme http --method POST --authority a:80 --path /api -l app=web");

        var asked = Assert.Single(_api.Questions.OfType<TapByResourceRequest>());
        Snapshot.Match(asked.ToString(), extension: "json");
    }

    [Fact]
    public async Task A_service_is_answered_for_its_workload()
    {
        var result = await TapAsync("tap deployment emojivoto/web-svc");

        Assert.Equal("note: web-svc is a service; this is what it leads to: deployment web\n", result.Error);
        Assert.Equal("web", Assert.Single(_api.Questions.OfType<TapByResourceRequest>()).Target.Resource.Name);
    }

    [Fact]
    public async Task Interruption_is_how_a_tap_ends()
    {
        _api.Mesh.TapEnds = false;
        using var interruption = new CancellationTokenSource();
        var tap = new TestCli().InvokeAsync($"tap deploy/web -n emojivoto --api-addr {_api.Address}", interruption.Token);
        await Testing.Time.Eventually.Holds(() => _api.Questions.OfType<TapByResourceRequest>().Any());

        await interruption.CancelAsync();

        Assert.Equal((ExitCode.Ok, ""), ((await tap).ExitCode, (await tap).Error));
    }

    [Fact]
    public async Task A_tap_that_breaks_is_a_failure()
    {
        Add(TapEvents.Request(1, "/"));
        _api.Mesh.Failure = new Grpc.Status(Grpc.StatusCode.NotFound, "no pods found for deployment/web");

        var result = await TapAsync("tap ns -n emojivoto");

        Assert.Equal((ExitCode.Failed, "error: no pods found for deployment/web\n"), (result.ExitCode, result.Error));
    }

    [Theory]
    [InlineData("tap svc/web-svc", "service/web-svc cannot be tapped")]
    [InlineData("tap all", "all cannot be tapped")]
    [InlineData("tap deploy --max-rps 0", "the rate limit must be a number above zero")]
    [InlineData("tap deploy --to au/x", "authority/x is no destination of a tap")]
    public async Task What_cannot_be_tapped_is_misuse(string line, string said)
    {
        var result = await TapAsync(line);

        Assert.Equal(ExitCode.Misuse, result.ExitCode);
        Assert.StartsWith($"error: {said}", result.Error, StringComparison.Ordinal);
    }

    private void Add(params TapEvent[] events)
    {
        foreach (var tapEvent in events)
        {
            _api.Mesh.Events.Add(tapEvent);
        }
    }

    private Task<CliResult> TapAsync(string line) => TestCli.RunAsync($"{line} --api-addr {_api.Address}");
}
