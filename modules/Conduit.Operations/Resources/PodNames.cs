using Conduit.Model.Resources;
using Conduit.Protocol.Public;

namespace Conduit.Operations.Resources;

/// <summary>What the API says about a pod's name, namespace and owner.</summary>
internal static class PodNames
{
    /// <summary>Splits <c>namespace/name</c>.</summary>
    public static (string Namespace, string Name) Split(string pod)
    {
        var slash = pod.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? ("", pod) : (pod[..slash], pod[(slash + 1)..]);
    }

    /// <summary>What answers when a user asked for <paramref name="kind"/> by the name of a Service that leads to this pod; null if nothing does.</summary>
    public static ResourceName? BehindService(Pod pod, ResourceKind kind)
    {
        var (space, name) = Split(pod.Name);

        return kind switch
        {
            ResourceKind.Namespace => null,
            ResourceKind.Pod => new ResourceName(space, ResourceKind.Pod, name),
            _ => OwnerOf(pod),
        };
    }

    /// <summary>Null for a bare pod.</summary>
    public static ResourceName? OwnerOf(Pod pod) => pod.Owner is { Name.Length: > 0 } owner ? owner.ToResourceName() : null;
}
