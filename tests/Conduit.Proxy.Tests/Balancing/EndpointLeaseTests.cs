using System.Net;
using Conduit.Proxy.Balancing;
using Conduit.Proxy.Reliability;
using Conduit.Testing.Time;

namespace Conduit.Proxy.Tests.Balancing;

public sealed class EndpointLeaseTests
{
    private readonly ManualTimeProvider _time = new();

    [Fact]
    public void A_lease_is_over_with_the_first_verdict_and_may_begin_anew()
    {
        var (first, second) = (Create(), Create());
        using var lease = new EndpointLease(_time);
        lease.Begin(first);
        Assert.Equal(1, first.Load.Waiting);

        lease.Responded();
        lease.Failed();
        lease.Begin(second);

        Assert.Equal((0, 1), (first.Load.Waiting, second.Load.Waiting));
    }

    [Fact]
    public void A_lease_that_begins_anew_lets_go_of_what_it_held()
    {
        var (first, second) = (Create(), Create());
        using var lease = new EndpointLease(_time);

        lease.Begin(first);
        lease.Begin(second);

        Assert.Equal((0, 1), (first.Load.Waiting, second.Load.Waiting));
    }

    [Fact]
    public void Failures_in_a_row_let_the_endpoint_rest_and_an_answer_ends_the_row()
    {
        var endpoint = Create();
        using var lease = new EndpointLease(_time);

        for (var failure = 0; failure < 2; failure++)
        {
            lease.Begin(endpoint);
            lease.Failed();
        }

        Assert.True(endpoint.Health.IsResting);
        lease.Begin(endpoint);
        lease.Responded();
        Assert.False(endpoint.Health.IsResting);
    }

    private Endpoint Create() =>
        new EndpointFactory(_time, new Random(1), new EjectionOptions { Failures = 2 }).Create(IPEndPoint.Parse("10.0.0.1:80"), EndpointLabels.None);
}
