using Conduit.PowerShell.Cmdlets;
using Conduit.PowerShell.Objects;
using Conduit.PowerShell.Tests.Running;
using Conduit.Protocol.Public;
using Conduit.Testing.Api;

namespace Conduit.PowerShell.Tests.Cmdlets;

public sealed class TapCmdletTests
{
    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(12);

    [Fact]
    public async Task Events_have_the_same_properties_whatever_happened()
    {
        await using var api = await FakeApi.StartAsync(BusyMesh(ends: true));

        var events = await new WatchConduitTapCommand { Module = TestModule.Context(api), Resource = ["deploy/web"], Namespace = "emojivoto" }
            .OutputAsync<TapEvent>();

        Assert.Equal(["Request", "Response", "End"], events.Select(seen => seen.Event));
        Assert.Equal("/api/list", events[0].Path);
        Assert.Equal((500, Latency), (events[1].HttpStatus, events[1].Latency));
        Assert.Equal(420, events[2].ResponseBytes);
        Assert.Equal(("me/1.0", "(redacted)"), (events[0].Headers!["User-Agent"], events[0].Headers!["cookie"]));
        Assert.Equal("(redacted)", events[1].Headers!["cookie"]);
        Assert.Null(events[2].Headers);
        Assert.All(events, seen => Assert.Equal("web-1", seen.DestinationPod));
    }

    [Fact]
    public async Task An_event_prints_as_the_line_of_the_command_line()
    {
        await using var api = await FakeApi.StartAsync(BusyMesh(ends: true));

        var events = await new WatchConduitTapCommand { Module = TestModule.Context(api), Resource = ["deploy/web"], Namespace = "emojivoto" }
            .OutputAsync<TapEvent>();

        Assert.Equal("rsp id=7:1 proxy=in  src=10.0.0.1:40000 dst=web-1:8080 tls=disabled :status=500 latency=12000µs", events[1].ToString());
    }

    [Fact]
    public async Task A_tap_ends_after_as_many_events_as_were_asked_for()
    {
        await using var api = await FakeApi.StartAsync(BusyMesh(ends: false));

        var events = await new WatchConduitTapCommand
        {
            Module = TestModule.Context(api),
            Resource = ["deploy/web"],
            Namespace = "emojivoto",
            MaxEvents = 2,
        }.OutputAsync<TapEvent>();

        Assert.Equal(2, events.Count);
    }

    [Fact]
    public async Task Filters_travel_with_the_question()
    {
        await using var api = await FakeApi.StartAsync(BusyMesh(ends: true));

        await new WatchConduitTapCommand
        {
            Module = TestModule.Context(api),
            Resource = ["deploy", "web"],
            Namespace = "emojivoto",
            MaxRps = 7,
            Method = "GET",
            Path = "/api",
        }.ProduceAsync();

        var question = api.Questions.OfType<TapByResourceRequest>().Single();
        Assert.Equal(7, question.MaxRps);
        Assert.Equal(["GET", "/api"], question.Match.All.Matches.Select(match => match.Http.Method + match.Http.Path));
    }

    [Fact]
    public async Task Top_counts_what_is_alike()
    {
        await using var api = await FakeApi.StartAsync(BusyMesh(ends: true));

        var row = Assert.Single(await new GetConduitTopCommand { Module = TestModule.Context(api), Resource = ["deploy/web"], Namespace = "emojivoto" }
            .OutputAsync<TopRow>());

        Assert.Equal(("/api/list", 1L, Latency, 0.0), (row.Path, row.Count, row.Best, row.SuccessRate));
    }

    private static FakeMesh BusyMesh(bool ends)
    {
        var mesh = EmojivotoMesh.Create();
        mesh.TapEnds = ends;
        mesh.Events.Add(TapEvents.Request(1, "/api/list"));
        mesh.Events.Add(TapEvents.Response(1, 500, Latency));
        mesh.Events.Add(TapEvents.End(1, Latency));
        return mesh;
    }
}
