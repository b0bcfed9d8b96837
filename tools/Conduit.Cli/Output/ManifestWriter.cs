using Conduit.Operations.Rendering;

namespace Conduit.Cli.Output;

/// <summary>Writes manifests to stdout as they are, and to stderr a line for each object.</summary>
internal static class ManifestWriter
{
    public static void Write(this Terminal terminal, RenderedManifests manifests)
    {
        terminal.Out.Write(manifests.Text);

        if (manifests.Reports.IsEmpty)
        {
            terminal.WriteNote("there is no Kubernetes object in the input");
        }

        foreach (var report in manifests.Reports)
        {
            terminal.Error.WriteLine(report);

            foreach (var warning in report.Warnings)
            {
                terminal.Error.WriteLine($"{terminal.ErrorPalette.Yellow("warning:")} {report.Kind} \"{report.Name}\": {warning}");
            }
        }
    }
}
