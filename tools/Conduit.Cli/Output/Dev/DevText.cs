using System.Globalization;
using System.Text;
using Conduit.Model.Cluster;
using Conduit.Operations.Dev.Events;

namespace Conduit.Cli.Output.Dev;

/// <summary>What happens to a dev mesh, in lines for people.</summary>
internal sealed class DevText(Palette palette)
{
    private const int TailShown = 8;
    private const int LongestLine = 160;

    /// <summary>Whole lines; empty for what is not worth one.</summary>
    public string Of(DevEvent happened) => happened switch
    {
        DevWarning warning => $"{palette.Yellow("note:")} {warning.Text}\n",
        DevBuilding building => $"Building: {building.Command}\n",
        DevStarting starting => $"Starting {starting.Processes} processes\n",
        DevReady ready => Ready(ready.Mesh),
        DevProcessExited exited => Exited(exited),
        DevProcessRecovered recovered => $"{palette.Green(Name(recovered.Pod, recovered.Process))} is back\n",
        DevStopping => "Stopping\n",
        DevStopped => "Stopped; nothing is left running\n",
        _ => "",
    };

    private string Ready(DevMesh mesh)
    {
        var text = new StringBuilder().Append(palette.Green("Ready")).Append(CultureInfo.InvariantCulture, $": {mesh.Name}. Ctrl+C stops it.\n");
        var lines = new List<(string Name, string Address)>();

        if (mesh.AppUrl is { } app)
        {
            lines.Add(("page", app));
        }

        lines.Add(("dashboard", $"http://{mesh.WebAddress}/"));
        lines.AddRange(mesh.Cluster.Services.SelectMany(service => service.Ports
            .Where(port => port.Endpoints.Length > 0)
            .Select(port => ($"{service.Name}.{service.Namespace}:{port.Port}", Addresses(port)))));

        var width = lines.Max(line => line.Name.Length);
        lines.ForEach(line => text.Append(CultureInfo.InvariantCulture, $"  {line.Name.PadRight(width)}   {line.Address}\n"));
        return text.ToString();
    }

    private string Exited(DevProcessExited exited)
    {
        var next = exited.RestartIn is { } delay ? string.Create(CultureInfo.InvariantCulture, $", restarting in {delay.TotalSeconds:0.#}s") : "";
        var tail = exited.LastLines.TakeLast(TailShown).Select(line => palette.Dim($"    {Cut(line)}") + "\n");
        return $"{palette.Red(Name(exited.Pod, exited.Process))} {exited.Reason}{next}\n{string.Concat(tail)}";
    }

    private static string Addresses(ServicePort port) => string.Join(' ', port.Endpoints.Select(endpoint => endpoint.Address));

    private static string Cut(string line) => line.Length > LongestLine ? line[..LongestLine] + "…" : line;

    // Pod names say which workload they are of, so the namespace would only make lines long.
    private static string Name(string? pod, string process) =>
        pod is null ? process : $"{pod[(pod.IndexOf('/', StringComparison.Ordinal) + 1)..]} {process}";
}
