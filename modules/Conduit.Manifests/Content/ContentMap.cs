using System.Collections.Immutable;

namespace Conduit.Manifests.Content;

internal sealed record ContentMap(ImmutableArray<KeyValuePair<string, ContentNode>> Fields) : ContentNode
{
    public static ContentMap Empty { get; } = new([]);

    /// <summary>The fields in order, without those that have no value.</summary>
    public static ContentMap Of(params ReadOnlySpan<(string Key, ContentNode? Value)> fields)
    {
        var present = ImmutableArray.CreateBuilder<KeyValuePair<string, ContentNode>>(fields.Length);

        foreach (var (key, value) in fields)
        {
            if (value is not null)
            {
                present.Add(new(key, value));
            }
        }

        return new ContentMap(present.DrainToImmutable());
    }

    public ContentMap Concat(ContentMap other) => new([.. Fields, .. other.Fields]);
}
