namespace Conduit.Cli.Output;

/// <summary>What <c>--output</c> chooses from.</summary>
internal enum OutputFormat
{
    Table,
    Wide,
    Json,
    Yaml,
}
