using Conduit.Model.Failures;
using Conduit.Model.Resources;

namespace Conduit.Operations.Resources;

/// <summary>The namespace that a user chose, or did not.</summary>
public sealed record NamespaceChoice
{
    internal const string NameAcrossNamespaces = "stats for a resource cannot be retrieved by name across all namespaces";

    /// <summary>Nothing chosen: the mesh's default applies.</summary>
    public static NamespaceChoice Default { get; } = new();

    /// <summary>Null when none was named.</summary>
    public string? Name { get; init; }

    /// <summary>All of them, whatever the default is.</summary>
    public bool All { get; init; }

    /// <summary>The namespace to ask about; empty for all.</summary>
    /// <exception cref="MisuseException">The target names another one, or one thing in all of them.</exception>
    internal string Resolve(ResourceTarget target, string? defaultNamespace)
    {
        if (target.Kind == ResourceKind.Namespace)
        {
            return "";
        }

        if (All && target.Name is not null)
        {
            throw new MisuseException("NameAcrossNamespaces", NameAcrossNamespaces);
        }

        if (target.Namespace is { } written && Name is { } named && written != named)
        {
            throw new MisuseException("TwoNamespaces", $"'{written}/{target.Name}' lies in {written}, and the namespace asked for is {named}");
        }

        return All ? "" : target.Namespace ?? Resolve(defaultNamespace);
    }

    /// <summary>The namespace to ask about; empty for all.</summary>
    internal string Resolve(string? defaultNamespace) => All ? "" : Name ?? defaultNamespace ?? "";
}
