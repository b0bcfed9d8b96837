namespace Conduit.Model.Cluster;

/// <summary>A process, told from a later one with the same id by its start time.</summary>
public sealed record ProcessIdentity(int ProcessId, DateTimeOffset StartedAt);
