namespace Conduit.Cli.Output.Tables;

/// <summary>What a cell says beyond its text.</summary>
internal enum Tone
{
    Plain,
    Good,
    Doubtful,
    Bad,
}
