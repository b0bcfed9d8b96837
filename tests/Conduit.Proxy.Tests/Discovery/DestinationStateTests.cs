using System.Net;
using Conduit.Protocol.Destinations;
using Conduit.Protocol.Mapping;
using Conduit.Proxy.Balancing;
using Conduit.Proxy.Discovery;
using Conduit.Proxy.Reliability;
using Conduit.Proxy.Tests.Actors;

namespace Conduit.Proxy.Tests.Discovery;

public sealed class DestinationStateTests
{
    private static readonly IPEndPoint First = IPEndPoint.Parse("10.0.0.1:80");
    private static readonly IPEndPoint Second = IPEndPoint.Parse("10.0.0.2:80");

    private readonly EndpointFactory _endpoints = new(TimeProvider.System, new Random(1), new EjectionOptions());

    [Fact]
    public void Endpoints_come_and_go()
    {
        var state = DestinationState.Unknown;

        state = Apply(state, FakeController.AddOf(First), isFirst: true);
        state = Apply(state, FakeController.AddOf(Second));
        Assert.Equal([First, Second], Addresses(state));

        state = Apply(state, FakeController.RemoveOf(First));
        Assert.Equal([Second], Addresses(state));

        state = Apply(state, FakeController.RemoveOf(Second));
        Assert.Empty(Addresses(state));
        Assert.Equal(DestinationStatus.Known, state.Status);
    }

    [Theory]
    [InlineData(true, DestinationStatus.Known)]
    [InlineData(false, DestinationStatus.Absent)]
    public void No_endpoints_takes_all_away(bool exists, object expected)
    {
        var state = Apply(DestinationState.Unknown, FakeController.AddOf(First));

        state = Apply(state, FakeController.NoEndpoints(exists));

        Assert.Empty(Addresses(state));
        Assert.Equal(expected, state.Status);
    }

    [Fact]
    public void The_first_update_of_a_new_stream_replaces_what_the_old_one_said()
    {
        var state = Apply(DestinationState.Unknown, FakeController.AddOf(First));

        Assert.Equal([Second], Addresses(Apply(state, FakeController.AddOf(Second), isFirst: true)));
        Assert.Empty(Addresses(Apply(state, FakeController.AddOf(), isFirst: true)));
        Assert.Empty(Addresses(Apply(state, FakeController.RemoveOf(), isFirst: true)));
        Assert.Empty(Addresses(Apply(state, FakeController.NoEndpoints(exists: true), isFirst: true)));
    }

    [Fact]
    public void What_was_learnt_of_an_address_outlives_new_labels_and_new_streams()
    {
        var state = Apply(DestinationState.Unknown, FakeController.AddOf(First));
        var load = state.Endpoints.Endpoints.Single().Load;

        state = Apply(state, Labelled("set", "one"), isFirst: true);

        var endpoint = state.Endpoints.Endpoints.Single();
        Assert.Same(load, endpoint.Load);
        Assert.Equal([new("pod", "one"), new("service", "set")], endpoint.Labels.Pairs.ToArray());
        Assert.Equal([new("service", "set")], state.Labels.Pairs.ToArray());
    }

    private static Update Labelled(string set, string address)
    {
        var weighted = new WeightedAddr { Addr = First.ToWire(), MetricLabels = { ["pod"] = address } };
        return new Update { Add = new WeightedAddrSet { Addrs = { weighted }, MetricLabels = { ["service"] = set } } };
    }

    private static IEnumerable<IPEndPoint> Addresses(DestinationState state) => state.Endpoints.Endpoints.Select(endpoint => endpoint.Address);

    private DestinationState Apply(DestinationState state, Update update, bool isFirst = false) => state.Apply(update, isFirst, _endpoints);
}
