namespace Conduit.Cli.Output.Tables;

/// <param name="Header">In capitals, as kubectl has it.</param>
/// <param name="Align">Names left, numbers right.</param>
/// <param name="KeepsEnd">Whether the end of its texts tells more than the beginning. Such a column is also the last to be cut.</param>
internal sealed record Column(string Header, Align Align = Align.Left, bool KeepsEnd = false);
