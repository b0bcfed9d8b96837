namespace Conduit.Controller.Cluster;

/// <summary>Where the picture of the cluster comes from: the state file of a dev mesh, or the Kubernetes API.</summary>
internal interface IClusterSource
{
    /// <summary>What is read, in words, such as <c>the state file /tmp/mesh.json</c>.</summary>
    string Description { get; }

    ClusterCheck Check { get; }

    /// <summary>
    /// Complete pictures, one after the other, the first as soon as it can be had. What goes wrong comes as a reading too; the
    /// source then tries again by itself.
    /// </summary>
    IAsyncEnumerable<ClusterReading> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Asks the source now, in bounded time. Null when it answers, else why it does not.</summary>
    Task<string?> ProbeAsync(CancellationToken cancellationToken);
}
