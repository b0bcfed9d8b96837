namespace Conduit.Cli.Output.Tables;

/// <param name="Header">In capitals, as kubectl has it.</param>
/// <param name="Align">Names left, numbers right.</param>
internal sealed record Column(string Header, Align Align = Align.Left);
