using System.Collections.Immutable;

namespace Conduit.Controller.Cluster;

/// <summary>Labels with a defined order, equal when their contents are.</summary>
internal sealed class LabelSet : IEquatable<LabelSet>
{
    private readonly int _hash;

    public LabelSet(IEnumerable<KeyValuePair<string, string>> labels)
    {
        Labels = [.. labels.OrderBy(label => label.Key, StringComparer.Ordinal)];

        var hash = new HashCode();

        foreach (var label in Labels)
        {
            hash.Add(label);
        }

        _hash = hash.ToHashCode();
    }

    public static LabelSet Empty { get; } = new([]);

    public ImmutableArray<KeyValuePair<string, string>> Labels { get; }

    public string? Find(string key)
    {
        foreach (var label in Labels)
        {
            if (label.Key == key)
            {
                return label.Value;
            }
        }

        return null;
    }

    public void CopyTo(IDictionary<string, string> target)
    {
        foreach (var label in Labels)
        {
            target[label.Key] = label.Value;
        }
    }

    public bool Equals(LabelSet? other) => other is not null && _hash == other._hash && Labels.SequenceEqual(other.Labels);

    public override bool Equals(object? obj) => Equals(obj as LabelSet);

    public override int GetHashCode() => _hash;
}
