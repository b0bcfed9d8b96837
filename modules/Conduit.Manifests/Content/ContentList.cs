using System.Collections.Immutable;

namespace Conduit.Manifests.Content;

internal sealed record ContentList(ImmutableArray<ContentNode> Items) : ContentNode
{
    public static ContentList Of(params ReadOnlySpan<ContentNode> items) => new([.. items]);
}
