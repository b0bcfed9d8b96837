using Conduit.Cli.Output.Tables;
using Conduit.Model.Cluster;
using Conduit.Model.Failures;
using Conduit.Model.Resources;
using Conduit.Operations.Api;
using Conduit.Operations.Resources;
using Conduit.Operations.Stat;

namespace Conduit.Cli.Output.Dev;

/// <summary>The traffic of a dev mesh's deployments now, as <c>conduit stat</c> answers it.</summary>
internal sealed class DevSummary(Terminal terminal, TimeProvider time)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    /// <summary>Whole lines; null when the answer takes too long, which says nothing yet.</summary>
    public async Task<string?> OfAsync(DevMesh mesh)
    {
        using var limit = new CancellationTokenSource(Limit, time);
        using var api = new ApiConnection(new ApiLocation(mesh.ApiAddress, $"dev mesh {mesh.Name}"), time);

        try
        {
            var request = new StatRequest { Target = new ResourceTarget { Kind = ResourceKind.Deployment }, Namespace = new NamespaceChoice { All = true } };
            var result = await new StatOperation(api).RunAsync(request, limit.Token);
            var text = new StringWriter { NewLine = "\n" };
            var severalNamespaces = result.Rows.Select(row => row.Namespace).Distinct().Skip(1).Any();

            text.WriteLine();
            StatTables.Of(result.Rows, severalNamespaces, withKind: false, wide: false).Write(text, terminal.OutPalette, terminal.Width);
            return text.ToString();
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
}
