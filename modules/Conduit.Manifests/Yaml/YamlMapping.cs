using System.Collections.Immutable;

namespace Conduit.Manifests.Yaml;

internal sealed class YamlMapping(int start, int end, string? anchor, bool isFlow, ImmutableArray<YamlEntry> entries) : YamlNode(start, end, anchor)
{
    public bool IsFlow { get; } = isFlow;

    public ImmutableArray<YamlEntry> Entries { get; } = entries;

    public override string Description => "a mapping";

    /// <summary>True when every key stands before its colon, so that another can be put in front of it.</summary>
    public bool IsPlainlyWritten => Entries.All(entry => entry.ColonEnd is not null);

    /// <summary>The entries that a reader sees: those written here, then those that merge keys bring.</summary>
    public IEnumerable<YamlEntry> AllEntries => Entries
        .Where(entry => entry.Key != YamlEntry.MergeKey)
        .Concat(MergedMappings.SelectMany(merged => merged.AllEntries))
        .DistinctBy(entry => entry.Key);

    private IEnumerable<YamlMapping> MergedMappings => Entries
        .Where(entry => entry.Key == YamlEntry.MergeKey)
        .SelectMany(entry => entry.Value.Resolved is YamlSequence several ? several.Items : [entry.Value])
        .Select(source => source.Resolved)
        .OfType<YamlMapping>();

    /// <summary>The entry of a key, if it is written here.</summary>
    public YamlEntry? Find(string key) => Entries.FirstOrDefault(entry => entry.Key == key);

    /// <summary>The value of a key, its alias followed; what merge keys bring included.</summary>
    public YamlNode? Lookup(string key) => (Find(key) ?? AllEntries.FirstOrDefault(entry => entry.Key == key))?.Value.Resolved;

    /// <summary>The text of a key's scalar value; null when there is none.</summary>
    public string? Text(string key) => Lookup(key) is YamlScalar { IsNull: false } scalar ? scalar.Value : null;
}
