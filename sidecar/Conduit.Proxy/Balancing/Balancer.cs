using System.Collections.Immutable;
using Conduit.Model.Failures;

namespace Conduit.Proxy.Balancing;

/// <summary>
/// Chooses by the power of two choices: of two endpoints picked at random the cheaper one. Endpoints that rest after failures are
/// left out, but never more than half of them, for then the fault is more likely elsewhere than in so many pods.
/// </summary>
internal sealed class Balancer(Random random)
{
    /// <param name="endpoints">At least one.</param>
    /// <param name="tried">Endpoints that this request already failed to reach.</param>
    public EndpointChoice Choose(EndpointSet endpoints, ImmutableArray<Endpoint> tried)
    {
        var all = endpoints.Endpoints;
        var (first, second) = PickTwo(all);

        if (IsFree(first, tried) && IsFree(second, tried))
        {
            return EndpointChoice.Of(Cheaper(first, second));
        }

        if (tried.IsEmpty && all.All(endpoint => endpoint.Health.IsResting))
        {
            return EndpointChoice.Refused(ProxyErrors.FailFast);
        }

        var candidates = Candidates(all, tried);
        return candidates.IsEmpty ? EndpointChoice.Refused(ProxyErrors.ConnectFailed) : EndpointChoice.Of(CheaperOfTwo(candidates));
    }

    private static bool IsFree(Endpoint endpoint, ImmutableArray<Endpoint> tried) => !endpoint.Health.IsResting && !IsTried(endpoint, tried);

    private static bool IsTried(Endpoint endpoint, ImmutableArray<Endpoint> tried)
    {
        foreach (var other in tried)
        {
            if (other.Address.Equals(endpoint.Address))
            {
                return true;
            }
        }

        return false;
    }

    private static ImmutableArray<Endpoint> Candidates(ImmutableArray<Endpoint> all, ImmutableArray<Endpoint> tried)
    {
        var kept = all.Length - (all.Length / 2);
        var awake = all.Where(endpoint => !endpoint.Health.IsResting).ToImmutableArray();
        var wokenEarly = all.Where(endpoint => endpoint.Health.IsResting)
            .OrderBy(endpoint => endpoint.Health.RestsUntil)
            .Take(Math.Max(0, kept - awake.Length));

        return [.. awake.Concat(wokenEarly).Where(endpoint => !IsTried(endpoint, tried))];
    }

    private static Endpoint Cheaper(Endpoint first, Endpoint second) =>
        ReferenceEquals(first, second) || first.Load.Cost <= second.Load.Cost ? first : second;

    private Endpoint CheaperOfTwo(ImmutableArray<Endpoint> candidates)
    {
        var (first, second) = PickTwo(candidates);
        return Cheaper(first, second);
    }

    private (Endpoint First, Endpoint Second) PickTwo(ImmutableArray<Endpoint> candidates)
    {
        if (candidates.Length == 1)
        {
            return (candidates[0], candidates[0]);
        }

        var first = random.Next(candidates.Length);
        var second = random.Next(candidates.Length - 1);
        return (candidates[first], candidates[second >= first ? second + 1 : second]);
    }
}
