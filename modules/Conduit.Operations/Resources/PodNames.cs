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

    /// <summary>The resource of that kind that the pod belongs to, or is; null if there is none.</summary>
    public static ResourceName? ResourceOf(Pod pod, ResourceKind kind)
    {
        var (space, name) = Split(pod.Name);

        return kind switch
        {
            ResourceKind.Pod => new ResourceName(space, ResourceKind.Pod, name),
            ResourceKind.Namespace => new ResourceName("", ResourceKind.Namespace, space),
            _ => OwnerOf(pod) is { } owner && owner.Kind == kind ? owner : null,
        };
    }

    /// <summary>What answers when a user asked for <paramref name="kind"/> by the name of a Service that leads to this pod.</summary>
    public static ResourceName? BehindService(Pod pod, ResourceKind kind) => kind switch
    {
        ResourceKind.Namespace => null,
        ResourceKind.Pod => ResourceOf(pod, ResourceKind.Pod),
        _ => OwnerOf(pod),
    };

    /// <summary>Null for a bare pod.</summary>
    public static ResourceName? OwnerOf(Pod pod) =>
        pod.Owner is { Name.Length: > 0 } owner && ResourceKindNames.TryParse(owner.Type, out var kind)
            ? new ResourceName(owner.Namespace, kind, owner.Name)
            : null;
}
