namespace Conduit.Operations.Api;

/// <summary>Where a mesh's API was found.</summary>
/// <param name="Address"><c>host:port</c>.</param>
/// <param name="Description">Which mesh that is, in words: <c>dev mesh emojivoto</c>.</param>
/// <param name="DefaultNamespace">What a question without a namespace is about; null for all of them.</param>
public sealed record ApiLocation(string Address, string Description, string? DefaultNamespace = null)
{
    public override string ToString() => $"{Address} ({Description})";
}
