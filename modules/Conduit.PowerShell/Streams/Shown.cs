namespace Conduit.PowerShell.Streams;

/// <summary>An object and how its table looks this time.</summary>
/// <param name="Item">What is written.</param>
/// <param name="Views">Names that come before its type's when PowerShell looks for a view; the first wins.</param>
internal sealed record Shown(object Item, params IReadOnlyList<string> Views);
