using System.Diagnostics.CodeAnalysis;
using Conduit.Model.Cluster;

namespace Conduit.Controller.Cluster;

/// <summary>A pod's name within the cluster, written <c>namespace/name</c>.</summary>
internal readonly record struct PodName(string Namespace, string Name)
{
    public static PodName Of(Pod pod) => new(pod.Namespace, pod.Name);

    public static bool TryParse([NotNullWhen(true)] string? text, out PodName name)
    {
        name = default;
        var slash = text?.IndexOf('/', StringComparison.Ordinal) ?? -1;

        if (text is null || slash <= 0 || slash == text.Length - 1 || text.IndexOf('/', slash + 1) >= 0)
        {
            return false;
        }

        name = new PodName(text[..slash], text[(slash + 1)..]);
        return true;
    }

    public override string ToString() => $"{Namespace}/{Name}";
}
