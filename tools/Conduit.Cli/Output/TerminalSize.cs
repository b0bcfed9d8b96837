namespace Conduit.Cli.Output;

/// <param name="Columns">Characters in a line.</param>
/// <param name="Rows">Lines.</param>
internal readonly record struct TerminalSize(int Columns, int Rows);
