using System.Collections.Immutable;
using Conduit.Model.Failures;
using Conduit.Proxy.Balancing;
using Conduit.Proxy.Forwarding;
using Conduit.Proxy.Hosting.Settings;
using Conduit.Testing.Time;

namespace Conduit.Proxy.Tests.Forwarding;

public sealed class RouteTableTests
{
    private readonly ManualTimeProvider _time = new();

    [Fact]
    public void A_route_is_made_once_and_dropped_when_idle()
    {
        using var table = new RouteTable<string>(new RouterOptions(10, TimeSpan.FromSeconds(60)), _time, key => new FakeRoute(key));
        var kept = table.Get("kept");
        var idle = (FakeRoute)table.Get("idle");

        _time.Advance(TimeSpan.FromSeconds(40));
        Assert.Same(kept, table.Get("kept"));
        _time.Advance(TimeSpan.FromSeconds(40));
        table.DropIdle();

        Assert.Equal(1, table.Count);
        Assert.True(idle.IsDisposed);
        Assert.NotSame(idle, table.Get("idle"));
    }

    [Fact]
    public void The_idlest_makes_room_when_the_table_is_full()
    {
        using var table = new RouteTable<string>(new RouterOptions(2, TimeSpan.FromSeconds(60)), _time, key => new FakeRoute(key));
        var first = (FakeRoute)table.Get("first");
        _time.Advance(TimeSpan.FromSeconds(1));
        var second = (FakeRoute)table.Get("second");
        _time.Advance(TimeSpan.FromSeconds(1));
        table.Get("first");

        table.Get("third");

        Assert.Equal(2, table.Count);
        Assert.True(second.IsDisposed);
        Assert.False(first.IsDisposed);
    }

    [Fact]
    public void A_route_that_could_not_be_had_again_stays()
    {
        using var table = new RouteTable<string>(new RouterOptions(10, TimeSpan.FromSeconds(60)), _time, key => new FakeRoute(key) { IsExpendable = false });
        var route = table.Get("only");

        _time.Advance(TimeSpan.FromHours(1));
        table.DropIdle();

        Assert.Same(route, table.Get("only"));
    }

    private sealed class FakeRoute(string key) : IRoute
    {
        public string? Authority => key;

        public ProxyError ConnectError => ProxyErrors.ConnectFailed;

        public EndpointLabels Labels => EndpointLabels.None;

        public bool IsExpendable { get; init; } = true;

        public bool IsDisposed { get; private set; }

        public ValueTask<EndpointChoice> ChooseAsync(ImmutableArray<Endpoint> tried, CancellationToken cancellationToken) =>
            ValueTask.FromResult(EndpointChoice.Refused(ConnectError));

        public void Dispose() => IsDisposed = true;
    }
}
