namespace Conduit.Operations.Dev.Events;

/// <summary>Nothing of the mesh is left. The last event.</summary>
public sealed record DevStopped : DevEvent;
