using System.Net;
using Conduit.Model.Failures;
using Conduit.Proxy.Balancing;
using Conduit.Proxy.Reliability;
using Conduit.Testing.Time;

namespace Conduit.Proxy.Tests.Balancing;

public sealed class BalancerTests
{
    private static readonly EjectionOptions Ejection = new() { Failures = 1, Rest = new Backoff(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1)) };

    private readonly ManualTimeProvider _time = new();
    private readonly Random _random = new(1);

    [Fact]
    public void A_slow_endpoint_gets_the_smaller_share()
    {
        var set = Endpoints(3);
        set.Endpoints[0].Load.Observe(TimeSpan.FromSeconds(1));
        set.Endpoints[1].Load.Observe(TimeSpan.FromMilliseconds(50));
        set.Endpoints[2].Load.Observe(TimeSpan.FromMilliseconds(50));

        var picks = Enumerable.Range(0, 300).Select(_ => Choose(set)).CountBy(endpoint => endpoint.Address.Port).ToDictionary();

        // Of two distinct ones the slow one is never the cheaper.
        Assert.DoesNotContain(set.Endpoints[0].Address.Port, picks.Keys);
        Assert.All(picks.Values, count => Assert.InRange(count, 100, 200));
    }

    [Fact]
    public void Equal_endpoints_share_evenly()
    {
        var set = Endpoints(4);

        var picks = Enumerable.Range(0, 4_000).Select(_ => Choose(set)).CountBy(endpoint => endpoint.Address.Port).ToDictionary();

        Assert.Equal(4, picks.Count);
        Assert.All(picks.Values, count => Assert.InRange(count, 800, 1_200));
    }

    [Fact]
    public void An_endpoint_that_was_tried_is_not_chosen_again()
    {
        var set = Endpoints(2);
        var balancer = new Balancer(_random);

        var second = balancer.Choose(set, [set.Endpoints[0]]);
        var third = balancer.Choose(set, [set.Endpoints[0], set.Endpoints[1]]);

        Assert.Same(set.Endpoints[1], second.Endpoint);
        Assert.Same(ProxyErrors.ConnectFailed, third.Error);
    }

    [Fact]
    public void A_resting_endpoint_is_left_out_until_its_rest_is_over()
    {
        var set = Endpoints(2);
        set.Endpoints[0].Health.Failed();

        Assert.All(Enumerable.Range(0, 50), _ => Assert.Same(set.Endpoints[1], Choose(set)));

        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Contains(set.Endpoints[0], Enumerable.Range(0, 50).Select(_ => Choose(set)));
    }

    [Fact]
    public void Never_more_than_half_are_left_out()
    {
        var set = Endpoints(5);

        foreach (var endpoint in set.Endpoints.Take(4))
        {
            endpoint.Health.Failed();
        }

        var picked = Enumerable.Range(0, 200).Select(_ => Choose(set)).Distinct();

        Assert.Equal(3, picked.Count());
    }

    [Fact]
    public void When_all_rest_requests_are_refused_at_once()
    {
        var set = Endpoints(3);

        foreach (var endpoint in set.Endpoints)
        {
            endpoint.Health.Failed();
        }

        Assert.Same(ProxyErrors.FailFast, new Balancer(_random).Choose(set, []).Error);
    }

    private Endpoint Choose(EndpointSet set) => new Balancer(_random).Choose(set, []).Endpoint!;

    private EndpointSet Endpoints(int count)
    {
        var factory = new EndpointFactory(_time, _random, Ejection);
        return new EndpointSet([.. Enumerable.Range(1, count).Select(n => factory.Create(new IPEndPoint(IPAddress.Loopback, n), EndpointLabels.None))]);
    }
}
