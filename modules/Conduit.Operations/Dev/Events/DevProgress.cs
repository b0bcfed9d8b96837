namespace Conduit.Operations.Dev.Events;

/// <summary>One more process can be used; sent until all can.</summary>
public sealed record DevProgress(int Ready, int Processes) : DevEvent;
