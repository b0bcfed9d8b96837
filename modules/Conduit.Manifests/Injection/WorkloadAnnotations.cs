using Conduit.Manifests.Workloads;
using Conduit.Manifests.Yaml;

namespace Conduit.Manifests.Injection;

/// <summary>The annotations by which a workload steers its own injection: those of its pods, then its own.</summary>
internal sealed class WorkloadAnnotations(ManifestObject workload, PodTemplate template)
{
    private readonly IReadOnlyList<YamlEntry> _entries =
    [
        .. new[] { template.Annotations?.Node, workload.Metadata?.Lookup("annotations") }
            .OfType<YamlMapping>()
            .SelectMany(annotations => annotations.AllEntries)
            .DistinctBy(entry => entry.Key),
    ];

    public bool IsDisabled(ProblemLog problems)
    {
        var entry = _entries.FirstOrDefault(entry => entry.Key == MeshNames.InjectAnnotation);
        var text = Text(entry);

        if (entry is not null && text is not ("enabled" or "disabled"))
        {
            problems.Add(entry.Start, $"{MeshNames.InjectAnnotation}: expected enabled or disabled, got \"{text}\"");
        }

        return text == "disabled";
    }

    public ProxyModel Configure(ProxyModel proxy, ProblemLog problems)
    {
        var configured = proxy;

        foreach (var entry in _entries)
        {
            if (SettingOf(entry) is not { } setting)
            {
                continue;
            }

            var written = setting.Write(configured, Text(entry));

            if (written is null)
            {
                problems.Add(entry.Start, setting.Text.Fault(entry.Key, Text(entry)));
            }

            configured = written ?? configured;
        }

        foreach (var broken in ProxyRules.Broken(configured))
        {
            problems.Add(template.Root.Node.Start, broken);
        }

        return configured;
    }

    /// <summary>A warning for each configuration that has no such setting.</summary>
    public IEnumerable<string> Unknown() => _entries
        .Where(entry => entry.Key.StartsWith(MeshNames.ConfigPrefix, StringComparison.Ordinal) && SettingOf(entry) is null)
        .Select(entry => $"its annotation {entry.Key} is unknown and has no effect");

    private static Setting<ProxyModel>? SettingOf(YamlEntry entry) => entry.Key.StartsWith(MeshNames.ConfigPrefix, StringComparison.Ordinal)
        ? ProxySettings.PerWorkload.FirstOrDefault(setting => setting.Text.Name == entry.Key[MeshNames.ConfigPrefix.Length..])
        : null;

    private static string Text(YamlEntry? entry) => (entry?.Value.Resolved as YamlScalar)?.Value ?? "";
}
