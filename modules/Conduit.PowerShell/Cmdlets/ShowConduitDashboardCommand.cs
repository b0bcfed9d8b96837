using System.Management.Automation;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Conduit.Model.Addresses;
using Conduit.Operations.Dashboard;
using Conduit.PowerShell.Streams;

namespace Conduit.PowerShell.Cmdlets;

/// <summary>Opens the dashboard in a browser, until Ctrl+C.</summary>
/// <example>
/// <code>Show-ConduitDashboard</code>
/// <para>Opens it.</para>
/// </example>
/// <example>
/// <code>Show-ConduitDashboard -Port 8084 -Show url</code>
/// <para>At a port of your choice, without a browser.</para>
/// </example>
[Cmdlet(VerbsCommon.Show, "ConduitDashboard")]
[OutputType(typeof(Uri))]
public sealed class ShowConduitDashboardCommand : ApiCmdlet
{
    private const string Dashboard = "conduit";
    private const string Url = "url";

    /// <summary>As -ConduitNamespace.</summary>
    [Parameter]
    [Alias("n")]
    public string? Namespace { get; set; }

    /// <summary>Local port; 0 is any that is free.</summary>
    [Parameter]
    [Alias("p")]
    [ValidateRange(0, ushort.MaxValue)]
    public int Port { get; set; }

    /// <summary>What to open: conduit in the default browser, or url to write the address alone.</summary>
    [Parameter]
    [ValidateSet(Dashboard, Url)]
    public string Show { get; set; } = Dashboard;

    internal override async IAsyncEnumerable<object> ProduceAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // The pipeline may have enough before anybody cancels.
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var told = Channel.CreateUnbounded<object>();
        var serving = ServeAsync(told.Writer, ended.Token);

        try
        {
            await foreach (var item in told.Reader.ReadAllAsync(CancellationToken.None))
            {
                yield return item;

                if (item is Uri address && Show == Dashboard && !Module.OpenBrowser(address))
                {
                    yield return new CmdletNote("there is no browser to open it; open the address yourself");
                }
            }
        }
        finally
        {
            await ended.CancelAsync();
            await Task.WhenAny(serving);
        }

        await serving;
    }

    private async Task ServeAsync(ChannelWriter<object> told, CancellationToken cancellationToken)
    {
        var options = Module.Complete(ReadApi());
        var request = new DashboardRequest
        {
            Mesh = Namespace is null ? options : options with { ConduitNamespace = Namespace },
            Port = Port == 0 ? null : new Port(Port),
        };

        try
        {
            await new DashboardOperation(Module.Locator).RunAsync(
                request, address => told.TryWrite(address), note => told.TryWrite(new CmdletNote(note)), cancellationToken);
        }
        finally
        {
            told.Complete();
        }
    }
}
