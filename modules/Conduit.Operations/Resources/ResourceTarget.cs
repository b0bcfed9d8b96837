using Conduit.Model.Failures;
using Conduit.Model.Resources;

namespace Conduit.Operations.Resources;

/// <summary>What a user points at: a kind, or one thing of a kind.</summary>
public sealed record ResourceTarget
{
    /// <summary>How users write "every kind".</summary>
    public const string All = "all";

    /// <summary>Null for every kind.</summary>
    public ResourceKind? Kind { get; init; }

    /// <summary>The namespace that was written before the name; null if none was.</summary>
    public string? Namespace { get; init; }

    /// <summary>Null for all of the kind.</summary>
    public string? Name { get; init; }

    /// <summary>Reads <c>TYPE</c>, <c>TYPE/NAME</c>, <c>TYPE NAME</c> and <c>TYPE NAMESPACE/NAME</c>.</summary>
    /// <exception cref="MisuseException">The words are none of these.</exception>
    public static ResourceTarget Parse(params IReadOnlyList<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);

        return words switch
        {
            [var one] => ParseOne(one),
            [var kind, var name] when !kind.Contains('/') => ParseTwo(kind, name),
            _ => throw Invalid($"'{string.Join(' ', words)}' is no resource; write TYPE, TYPE/NAME, TYPE NAME or TYPE NAMESPACE/NAME"),
        };
    }

    public override string ToString()
    {
        var kind = Kind is { } known ? ResourceKindNames.Canonical(known) : All;
        return Name is null ? kind : $"{kind}/{Name}";
    }

    private static ResourceTarget ParseOne(string word) => word.Split('/') switch
    {
        [var kind] => new ResourceTarget { Kind = ParseKind(kind) },
        [var kind, { Length: > 0 } name] => Named(kind, null, name),
        _ => throw Invalid($"'{word}' is no resource; write TYPE or TYPE/NAME"),
    };

    private static ResourceTarget ParseTwo(string kind, string word) => word.Split('/') switch
    {
        [{ Length: > 0 } name] => Named(kind, null, name),
        [{ Length: > 0 } space, { Length: > 0 } name] => Named(kind, space, name),
        _ => throw Invalid($"'{word}' is no name; write NAME or NAMESPACE/NAME"),
    };

    private static ResourceTarget Named(string kind, string? space, string name) => ParseKind(kind) switch
    {
        null => throw Invalid($"'{All}' takes no name"),
        ResourceKind.Namespace when space is not null => throw Invalid("a namespace lies in no other"),
        var known => new ResourceTarget { Kind = known, Namespace = space, Name = name },
    };

    private static ResourceKind? ParseKind(string text)
    {
        if (string.Equals(text, All, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        return ResourceKindNames.TryParse(text, out var kind)
            ? kind
            : throw Invalid($"cannot find Kubernetes canonical name from friendly name [{text}]; the types are {Types()}");
    }

    private static string Types() => string.Join(", ", [.. Enum.GetValues<ResourceKind>().Select(ResourceKindNames.Canonical), All]);

    private static MisuseException Invalid(string message) => new("InvalidResource", message);
}
