using System.Collections.Immutable;
using System.Net;
using BenchmarkDotNet.Attributes;
using Conduit.Proxy.Balancing;
using Conduit.Proxy.Reliability;

namespace Conduit.Benchmarks.Balancing;

/// <summary>What does balancing by latency cost a request, beside choosing by chance, and does it depend on how many endpoints there are?</summary>
[MemoryDiagnoser]
public class ChooseEndpoint
{
    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(3);

    private readonly Random _random = new(1);
    private readonly Balancer _balancer = new(new Random(1));
    private EndpointSet _endpoints = EndpointSet.Empty;

    [Params(3, 100)]
    public int Endpoints { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var factory = new EndpointFactory(TimeProvider.System, new Random(2), new EjectionOptions());
        _endpoints = new EndpointSet([.. Enumerable.Range(1, Endpoints).Select(port => factory.Create(new IPEndPoint(IPAddress.Loopback, port), EndpointLabels.None))]);

        if (!_balancer.Choose(_endpoints, ImmutableArray<Endpoint>.Empty).IsMade)
        {
            throw new InvalidOperationException("No endpoint was chosen.");
        }
    }

    [Benchmark(Baseline = true)]
    public object ByChance() => _endpoints.Endpoints[_random.Next(Endpoints)];

    [Benchmark]
    public object ByLatency() => _balancer.Choose(_endpoints, ImmutableArray<Endpoint>.Empty).Endpoint!;

    /// <summary>A request's whole share: the choice, and what is learnt from its answer.</summary>
    [Benchmark]
    public object ByLatencyAndLearn()
    {
        var chosen = _balancer.Choose(_endpoints, ImmutableArray<Endpoint>.Empty).Endpoint!;
        chosen.Load.Begin();
        chosen.Load.End();
        chosen.Load.Observe(Latency);
        return chosen;
    }
}
