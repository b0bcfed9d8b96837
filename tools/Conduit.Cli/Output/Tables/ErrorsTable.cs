using Conduit.Model.Failures;
using Conduit.Operations.Tap;

namespace Conduit.Cli.Output.Tables;

/// <summary>The errors of proxies.</summary>
internal static class ErrorsTable
{
    public static TextTable Of(IEnumerable<ProxyError> errors)
    {
        var table = new TextTable(
            new Column("CODE"),
            new Column("CLASS"),
            new Column("HTTP", Align.Right),
            new Column("GRPC"),
            new Column("MEANING"));

        foreach (var error in errors)
        {
            table.Add(
                error.Code,
                error.Class.Spelled(),
                CellText.Count(error.HttpStatus),
                GrpcStatusNames.Of((uint)error.GrpcStatus),
                error.Meaning);
        }

        return table;
    }
}
