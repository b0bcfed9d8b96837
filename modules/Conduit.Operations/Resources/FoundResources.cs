using System.Collections.Immutable;
using Conduit.Model.Resources;

namespace Conduit.Operations.Resources;

/// <param name="Resources">At least one; several where a name exists in several namespaces.</param>
/// <param name="BehindService">True when the name is a Service's, and these are what it leads to.</param>
internal sealed record FoundResources(ImmutableArray<ResourceName> Resources, bool BehindService)
{
    /// <summary>What to tell a person who asked for <paramref name="name"/>.</summary>
    public ImmutableArray<string> NotesOn(string name) => BehindService
        ? [$"{name} is a service; this is what it leads to: {string.Join(", ", Resources.Select(Describe))}"]
        : [];

    private static string Describe(ResourceName resource) => $"{ResourceKindNames.Canonical(resource.Kind)} {resource.Name}";
}
