using System.Threading.Channels;
using Conduit.Controller.Cluster;
using Conduit.Model.Cluster;

namespace Conduit.Controller.Tests.Doubles;

/// <summary>A cluster that changes when the test says so.</summary>
internal sealed class FakeClusterSource : IClusterSource
{
    private readonly Channel<ClusterReading> _readings = Channel.CreateUnbounded<ClusterReading>();

    public string Description => "a fake";

    public ClusterCheck Check { get; } = new("cluster", "control plane can read a fake");

    /// <summary>What a probe finds out.</summary>
    public string? ProbeFault { get; set; }

    public void Publish(ClusterState state, string? token = null) => _readings.Writer.TryWrite(ClusterReading.Of(state, token));

    public void PublishOutdated(ClusterState state, string fault) => _readings.Writer.TryWrite(ClusterReading.Of(state) with { Fault = fault });

    public void Fail(string fault) => _readings.Writer.TryWrite(ClusterReading.Failed(fault));

    public Task<string?> ProbeAsync(CancellationToken cancellationToken) => Task.FromResult(ProbeFault);

    public IAsyncEnumerable<ClusterReading> ReadAsync(CancellationToken cancellationToken) => _readings.Reader.ReadAllAsync(cancellationToken);
}
