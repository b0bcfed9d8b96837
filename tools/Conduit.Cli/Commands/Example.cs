namespace Conduit.Cli.Commands;

/// <summary>A line that can be pasted into a shell, and what it does.</summary>
internal sealed record Example(string Line, string Meaning);
