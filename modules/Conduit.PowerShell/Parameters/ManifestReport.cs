using Conduit.Operations.Rendering;
using Conduit.PowerShell.Streams;

namespace Conduit.PowerShell.Parameters;

/// <summary>What became of each object, for the streams beside the manifests.</summary>
internal static class ManifestReport
{
    public static IEnumerable<object> Of(RenderedManifests manifests)
    {
        if (manifests.Reports.IsEmpty)
        {
            yield return new CmdletNote("there is no Kubernetes object in the input");
        }

        foreach (var report in manifests.Reports)
        {
            yield return new CmdletDetail(report.ToString());

            foreach (var warning in report.Warnings)
            {
                yield return new CmdletNote($"{report.Kind} \"{report.Name}\": {warning}");
            }
        }
    }
}
