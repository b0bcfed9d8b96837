using Conduit.Cli.Output.Tables;
using Conduit.Model.Cluster;
using Conduit.Model.Failures;
using Conduit.Model.Resources;
using Conduit.Operations.Api;
using Conduit.Operations.Resources;
using Conduit.Operations.Stat;

namespace Conduit.Cli.Output.Dev;

/// <summary>The traffic of a dev mesh's deployments now, as <c>conduit stat</c> answers it, and where to look further.</summary>
internal sealed class DevSummary(Terminal terminal, DevMesh mesh, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    private static readonly StatRequest Question = new()
    {
        Target = new ResourceTarget { Kind = ResourceKind.Deployment },
        Namespace = new NamespaceChoice { All = true },
    };

    private readonly ApiConnection _api = new(new ApiLocation(mesh.ApiAddress, $"dev mesh {mesh.Name}"), time);

    /// <summary>Whole lines; null when the answer takes too long, which says nothing yet.</summary>
    public async Task<string?> CurrentAsync()
    {
        using var limit = new CancellationTokenSource(Limit, time);

        try
        {
            return Text(await new StatOperation(_api).RunAsync(Question, limit.Token));
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            return null;
        }
        catch (ConduitException)
        {
            return $"\n{terminal.OutPalette.Dim("The controller does not answer; traffic goes on without it.")}\n";
        }
    }

    public void Dispose() => _api.Dispose();

    private string Text(StatResult result)
    {
        var text = new StringWriter { NewLine = "\n" };
        var severalNamespaces = result.Rows.Select(row => row.Namespace).Distinct().Skip(1).Any();
        var page = mesh.AppUrl is { } url ? $"page {url}   " : "";

        text.WriteLine();
        StatTables.Of(result.Rows, severalNamespaces, withKind: false, wide: false).Write(text, terminal.OutPalette, terminal.Width);
        text.WriteLine(terminal.OutPalette.Dim($"{page}dashboard http://{mesh.WebAddress}/"));
        return text.ToString();
    }
}
