using System.Text;
using Conduit.EndToEnd.Commands;

namespace Conduit.EndToEnd.Clusters;

/// <summary>What a person would look at when a step has failed.</summary>
internal static class Diagnosis
{
    private const int LogLines = 40;

    public static async Task<string> OfAsync(IEnumerable<string> namespaces)
    {
        var text = new StringBuilder();

        foreach (var name in namespaces)
        {
            await AppendAsync(text, "get", "pods", "-n", name, "-o", "wide");
            await AppendAsync(text, "get", "events", "-n", name, "--sort-by=.lastTimestamp");

            foreach (var pod in await new ClusterNamespace(name).PodsAsync())
            {
                foreach (var container in pod.Containers.Where(container => container is "conduit-proxy" or "controller"))
                {
                    await AppendAsync(text, "logs", pod.Name, "-n", name, "-c", container, $"--tail={LogLines}");
                }
            }
        }

        return text.ToString();
    }

    private static async Task AppendAsync(StringBuilder text, params string[] arguments)
    {
        var result = await Shell.KubectlAsync(arguments);
        text.AppendLine($"\n$ {result.Command}").AppendLine(result.Output).Append(result.Error);
    }
}
