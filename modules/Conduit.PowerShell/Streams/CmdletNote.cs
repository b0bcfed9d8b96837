namespace Conduit.PowerShell.Streams;

/// <summary>What the objects do not say and a person should know: the warning stream.</summary>
internal sealed record CmdletNote(string Text);
