namespace Conduit.Operations.Dev.Events;

/// <summary>A process ended though nobody asked it to.</summary>
/// <param name="Pod"><c>namespace/name</c>; null for the controller.</param>
/// <param name="Process">The container, <c>conduit-proxy</c> or <c>controller</c>.</param>
/// <param name="Reason">As in <c>exited with 137</c>.</param>
/// <param name="RestartIn">Null when it will not run again.</param>
/// <param name="LastLines">The end of its output.</param>
public sealed record DevProcessExited(string? Pod, string Process, string Reason, TimeSpan? RestartIn, IReadOnlyList<string> LastLines) : DevEvent;
