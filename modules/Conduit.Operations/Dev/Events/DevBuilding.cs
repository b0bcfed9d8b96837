namespace Conduit.Operations.Dev.Events;

/// <summary>A build has begun; builds run one at a time.</summary>
public sealed record DevBuilding(string Command) : DevEvent;
