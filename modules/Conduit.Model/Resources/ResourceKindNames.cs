using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Conduit.Model.Resources;

/// <summary>How users write kinds: canonical, plural and short, as kubectl accepts them.</summary>
public static class ResourceKindNames
{
    private static readonly FrozenDictionary<string, ResourceKind> ByName = Enum.GetValues<ResourceKind>()
        .SelectMany(kind => new[] { Abbreviation(kind), Canonical(kind), Plural(kind), Qualified(kind) }.Distinct().Select(name => (name, kind)))
        .DistinctBy(pair => pair.Item1)
        .ToFrozenDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.OrdinalIgnoreCase);

    /// <summary>Every accepted spelling, for completion and error messages.</summary>
    public static IReadOnlyCollection<string> All => ByName.Keys;

    public static bool TryParse([NotNullWhen(true)] string? text, out ResourceKind kind)
    {
        kind = default;
        return text is not null && ByName.TryGetValue(text, out kind);
    }

    /// <summary>The singular lower-case name, such as <c>deployment</c>; what the API and metrics use.</summary>
    public static string Canonical(ResourceKind kind) => kind.ToString().ToLowerInvariant();

    public static string Plural(ResourceKind kind) => kind == ResourceKind.Authority ? "authorities" : Canonical(kind) + "s";

    /// <summary>A resource as kubectl's <c>-o name</c> writes it, such as <c>deployment.apps/web</c>.</summary>
    public static string Qualify(ResourceKind kind, string name) => $"{Qualified(kind)}/{name}";

    /// <summary>The canonical name with its API group, such as <c>deployment.apps</c>.</summary>
    public static string Qualified(ResourceKind kind) => kind switch
    {
        ResourceKind.Deployment or ResourceKind.StatefulSet or ResourceKind.DaemonSet or ResourceKind.ReplicaSet => Canonical(kind) + ".apps",
        ResourceKind.Job or ResourceKind.CronJob => Canonical(kind) + ".batch",
        _ => Canonical(kind),
    };

    /// <summary>The short name, such as <c>deploy</c>; what prefixes a name in a table of all kinds.</summary>
    public static string Abbreviation(ResourceKind kind) => kind switch
    {
        ResourceKind.Deployment => "deploy",
        ResourceKind.ReplicationController => "rc",
        ResourceKind.StatefulSet => "sts",
        ResourceKind.DaemonSet => "ds",
        ResourceKind.ReplicaSet => "rs",
        ResourceKind.CronJob => "cj",
        ResourceKind.Pod => "po",
        ResourceKind.Service => "svc",
        ResourceKind.Authority => "au",
        ResourceKind.Namespace => "ns",
        _ => Canonical(kind),
    };
}
