namespace Conduit.Operations.Dev.Events;

/// <summary>A process that had ended can be used again.</summary>
/// <param name="Pod"><c>namespace/name</c>; null for the controller.</param>
/// <param name="Process">The container, <c>conduit-proxy</c> or <c>controller</c>.</param>
public sealed record DevProcessRecovered(string? Pod, string Process) : DevEvent;
