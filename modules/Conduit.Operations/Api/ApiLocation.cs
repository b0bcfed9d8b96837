using Conduit.Operations.Clusters;

namespace Conduit.Operations.Api;

/// <summary>Where a mesh's API was found.</summary>
/// <param name="Address"><c>host:port</c>.</param>
/// <param name="Description">Which mesh that is, in words: <c>dev mesh emojivoto</c>.</param>
/// <param name="DefaultNamespace">What a question without a namespace is about; null for all of them.</param>
public sealed record ApiLocation(string Address, string Description, string? DefaultNamespace = null)
{
    /// <summary>The way to an address inside a cluster; null where it can be dialled. Goes with the connection that is made of this.</summary>
    internal ControllerRoute? Route { get; init; }

    /// <summary><c>ip:port</c> of the dashboard where it can be dialled; null where it cannot, or is not known.</summary>
    internal string? WebAddress { get; init; }

    public override string ToString() => $"{Address} ({Description})";
}
