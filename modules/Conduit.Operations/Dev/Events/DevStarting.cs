namespace Conduit.Operations.Dev.Events;

/// <summary>All processes are being started.</summary>
public sealed record DevStarting(int Processes) : DevEvent;
