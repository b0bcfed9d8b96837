using Conduit.Operations.Endpoints;

namespace Conduit.Cli.Output.Tables;

/// <summary>Services and where they lead.</summary>
internal static class EndpointsTable
{
    public static TextTable Of(IEnumerable<ServiceAddress> addresses)
    {
        var table = new TextTable(
            new Column("NAMESPACE"),
            new Column("SERVICE"),
            new Column("PORT", Align.Right),
            new Column("ADDRESS"),
            new Column("POD"),
            new Column("READY"));

        foreach (var address in addresses)
        {
            table.Add(
                address.Namespace,
                address.Service,
                address.Port.ToString(),
                address.Address.ToString(),
                address.Pod ?? Cell.None,
                CellText.YesNo(address.Ready));
        }

        return table;
    }
}
