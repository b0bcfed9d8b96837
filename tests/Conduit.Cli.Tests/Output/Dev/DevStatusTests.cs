using Conduit.Cli.Output;
using Conduit.Cli.Output.Documents;
using Conduit.Cli.Output.Tables;
using Conduit.Testing.Snapshots;

namespace Conduit.Cli.Tests.Output.Dev;

public sealed class DevStatusTests
{
    [Fact]
    public void The_tables_are_as_recorded()
    {
        using var output = new StringWriter { NewLine = "\n" };
        var terminal = new Terminal { Input = Stream.Null, OutStream = Stream.Null, Out = output, Error = TextWriter.Null };
        new DevStatusTables(terminal).Write([DevMeshes.Shop()]);

        Snapshot.Match(output.ToString());
    }

    [Fact]
    public void The_document_is_as_recorded()
    {
        using var output = new StringWriter { NewLine = "\n" };
        DocumentWriter.Write(output, OutputFormat.Json, DevStatusDocument.Of([DevMeshes.Shop()]));

        Snapshot.Match(output.ToString(), extension: "json");
    }
}
