using System.Collections.Concurrent;
using Conduit.Operations.Resources;
using Conduit.Operations.Tap;
using Conduit.Operations.Tests.Running;
using Conduit.Operations.Top;
using Conduit.Protocol.Common;
using Conduit.Protocol.Public;
using Conduit.Testing.Api;
using Conduit.Testing.Time;

namespace Conduit.Operations.Tests.Top;

public sealed class TopOperationTests : IAsyncLifetime
{
    private readonly ManualTimeProvider _time = new();
    private TestMesh _mesh = null!;

    public async Task InitializeAsync()
    {
        _mesh = await TestMesh.StartAsync(time: _time);
        AddRequest(1, "/api/list", 200, TimeSpan.FromMilliseconds(5));
        AddRequest(2, "/api/list", 200, TimeSpan.FromMilliseconds(2));
        AddRequest(3, "/api/list", 503, TimeSpan.FromMilliseconds(9));
        AddRequest(4, "/Vote", 200, TimeSpan.FromMilliseconds(1), new Eos { GrpcStatusCode = 2 });
        AddRequest(5, "/Vote", 200, TimeSpan.FromMilliseconds(1), new Eos { ResetErrorCode = 8 });
        AddRequest(6, "/Vote", 200, TimeSpan.FromMilliseconds(1), new Eos { GrpcStatusCode = 0 });
        _mesh.Mesh.Events.Add(TapEvents.Request(7, "/unanswered"));
    }

    public async Task DisposeAsync() => await _mesh.DisposeAsync();

    [Fact]
    public async Task Alike_requests_are_one_row()
    {
        _mesh.Mesh.TapEnds = true;

        var last = await TopAsync(new ConcurrentQueue<TopSnapshot>(), CancellationToken.None);

        Assert.Equal(6, last.Count);
        Assert.Equal(["/Vote", "/api/list"], last.Rows.Select(row => row.Path));
        Assert.Equal(1.0 / 3, last.Rows[0].SuccessRate);
        Assert.Equal(2.0 / 3, last.Rows[1].SuccessRate);
        Assert.Equal(
            (3L, TimeSpan.FromMilliseconds(2), TimeSpan.FromMilliseconds(9), TimeSpan.FromMilliseconds(9)),
            (last.Rows[1].Count, last.Rows[1].Best, last.Rows[1].Worst, last.Rows[1].Last));
        Assert.Equal(("10.0.0.1", "web-1", TapDirection.Inbound), (last.Rows[1].Source, last.Rows[1].Destination, last.Rows[1].Direction));
    }

    [Fact]
    public async Task It_shows_what_it_has_and_ends_when_its_time_is_over()
    {
        var shown = new ConcurrentQueue<TopSnapshot>();
        var top = TopAsync(shown, CancellationToken.None, TimeSpan.FromHours(1));
        await TapIsOpen();

        await Eventually.Holds(() => Advanced(TimeSpan.FromSeconds(1)) && shown.Any(snapshot => snapshot.Count == 6));
        _time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(6, (await Eventually.Ends(top)).Count);
    }

    [Fact]
    public async Task Cancelling_it_keeps_what_was_seen()
    {
        var shown = new ConcurrentQueue<TopSnapshot>();
        using var enough = new CancellationTokenSource();
        var top = TopAsync(shown, enough.Token);
        await TapIsOpen();
        await Eventually.Holds(() => Advanced(TimeSpan.FromSeconds(1)) && shown.Any(snapshot => snapshot.Count == 6));

        await enough.CancelAsync();

        Assert.Equal(6, (await Eventually.Ends(top)).Count);
    }

    [Fact]
    public async Task What_showing_throws_ends_the_tap()
    {
        var top = new TopOperation(_mesh.Connection, _time).RunAsync(Request(null), _ => throw new IOException("no terminal"), _ => { }, CancellationToken.None);
        await TapIsOpen();

        await Eventually.Holds(() => Advanced(TimeSpan.FromSeconds(1)) && top.IsCompleted);

        await Assert.ThrowsAsync<IOException>(() => top);
    }

    // The clock also bounds the question before the tap, so it stands still until that is answered.
    private Task TapIsOpen() => Eventually.Holds(() => _mesh.Asked<TapByResourceRequest>().Count > 0);

    private bool Advanced(TimeSpan by)
    {
        _time.Advance(by);
        return true;
    }

    private void AddRequest(uint stream, string path, int status, TimeSpan latency, Eos? eos = null)
    {
        _mesh.Mesh.Events.Add(TapEvents.Request(stream, path));
        _mesh.Mesh.Events.Add(TapEvents.Response(stream, status, latency));
        _mesh.Mesh.Events.Add(TapEvents.End(stream, latency, eos));
    }

    private static TopRequest Request(TimeSpan? duration) =>
        new() { Tap = new TapRequest { Target = ResourceTarget.Parse("deploy/web"), MaxRps = 100 }, Duration = duration };

    private Task<TopSnapshot> TopAsync(ConcurrentQueue<TopSnapshot> shown, CancellationToken cancellationToken, TimeSpan? duration = null) =>
        new TopOperation(_mesh.Connection, _time).RunAsync(Request(duration), shown.Enqueue, _ => { }, cancellationToken);
}
