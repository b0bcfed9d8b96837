namespace Conduit.Kubernetes.Client;

/// <summary>A change to an object.</summary>
/// <param name="Content">JSON.</param>
/// <param name="Type">What kind of patch it is.</param>
public sealed record V1Patch(string Content, PatchType Type)
{
    internal string MediaType => Type switch
    {
        PatchType.MergePatch => "application/merge-patch+json",
        PatchType.JsonPatch => "application/json-patch+json",
        _ => "application/strategic-merge-patch+json",
    };
}
