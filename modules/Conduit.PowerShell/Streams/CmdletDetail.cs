namespace Conduit.PowerShell.Streams;

/// <summary>What a person may ask for: the verbose stream.</summary>
internal sealed record CmdletDetail(string Text);
