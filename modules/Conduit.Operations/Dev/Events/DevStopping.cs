namespace Conduit.Operations.Dev.Events;

/// <summary>The mesh is being stopped.</summary>
public sealed record DevStopping : DevEvent;
