using Conduit.Model.Cluster;

namespace Conduit.Operations.Dev.Events;

/// <summary>The whole mesh can be used. Sent once.</summary>
public sealed record DevReady(DevMesh Mesh) : DevEvent;
