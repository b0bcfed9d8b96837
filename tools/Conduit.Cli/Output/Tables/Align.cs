namespace Conduit.Cli.Output.Tables;

internal enum Align
{
    /// <summary>For names.</summary>
    Left,

    /// <summary>For numbers.</summary>
    Right,
}
