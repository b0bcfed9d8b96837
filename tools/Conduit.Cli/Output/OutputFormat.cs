namespace Conduit.Cli.Output;

/// <summary>What <c>--output</c> chooses from.</summary>
internal enum OutputFormat
{
    Table,
    Wide,
    Json,
    Yaml,

    /// <summary>One name a line, for other programs; <c>type/name</c> as kubectl has it where rows are resources.</summary>
    Name,
}
