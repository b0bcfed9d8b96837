using System.Collections.Immutable;

namespace Conduit.Proxy.Balancing;

/// <summary>
/// What the controller says of an endpoint: <c>pod</c>, <c>deployment</c>, <c>namespace</c>, <c>service</c> and so on, in the order of the keys.
/// Two sets with the same labels are equal, and the hash is made once, because every request looks its counters up by them.
/// </summary>
internal sealed class EndpointLabels : IEquatable<EndpointLabels>
{
    private readonly int _hash;

    private EndpointLabels(ImmutableArray<KeyValuePair<string, string>> pairs)
    {
        Pairs = pairs;
        var hash = default(HashCode);

        foreach (var (key, value) in pairs)
        {
            hash.Add(key, StringComparer.Ordinal);
            hash.Add(value, StringComparer.Ordinal);
        }

        _hash = hash.ToHashCode();
    }

    public static EndpointLabels None { get; } = new([]);

    /// <summary>Sorted by key; keys are unique.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Pairs { get; }

    /// <summary>The labels of a whole set and those of one address; where both name a key, the address wins.</summary>
    public static EndpointLabels Of(IEnumerable<KeyValuePair<string, string>> set, IEnumerable<KeyValuePair<string, string>> address)
    {
        var merged = new SortedDictionary<string, string>(StringComparer.Ordinal);

        foreach (var (key, value) in set.Concat(address))
        {
            merged[key] = value;
        }

        return merged.Count == 0 ? None : new EndpointLabels([.. merged]);
    }

    public bool Equals(EndpointLabels? other) =>
        ReferenceEquals(this, other) || (other is not null && _hash == other._hash && Pairs.AsSpan().SequenceEqual(other.Pairs.AsSpan()));

    public override bool Equals(object? obj) => Equals(obj as EndpointLabels);

    public override int GetHashCode() => _hash;
}
