using Conduit.Kubernetes.Models;

namespace Conduit.Operations.Dev.Planning;

/// <summary>A container of a pod template and its path in the object that it is part of.</summary>
internal sealed record DevContainer(V1Container Value, string Path)
{
    public string Name => Value.Name ?? "";
}
