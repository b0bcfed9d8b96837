using System.Collections.Immutable;
using Conduit.Manifests.Content;
using Conduit.Manifests.Editing;
using Conduit.Manifests.Workloads;
using Conduit.Manifests.Yaml;

namespace Conduit.Manifests.Injection;

/// <summary>Fills slots of one parent, whatever is in them: missing ones come into being, empty ones are replaced, others are added to.</summary>
internal sealed class SlotFiller(Insertion insertion)
{
    public IEnumerable<TextEdit> Fields(NodePath outer, params ImmutableArray<KeyValuePair<ParentSlot, ContentMap>> fillings)
    {
        var parent = (YamlMapping)outer.Node;
        var missing = fillings.Where(filling => filling.Key.IsMissing);
        var created = new ContentMap([.. missing.Select(filling => KeyValuePair.Create(filling.Key.Key, (ContentNode)filling.Value))]);
        var added = fillings.Where(filling => filling.Key is { IsMissing: false, IsReplaced: false });
        var replaced = fillings.Where(filling => filling.Key.IsReplaced);
        return
        [
            .. created.Fields.IsEmpty ? [] : new[] { insertion.Fields(parent, created, outer.IsDocumentRoot) },
            .. added.Select(filling => insertion.Fields(filling.Key.Mapping, filling.Value, keepsHead: false)),
            .. replaced.SelectMany(filling => insertion.Value(parent, filling.Key.Entry, Merged(filling.Key, filling.Value))),
        ];
    }

    public IEnumerable<TextEdit> Items(NodePath outer, ParentSlot slot, ContentList items, bool inFront)
    {
        var parent = (YamlMapping)outer.Node;

        return items.Items.IsEmpty ? []
            : slot.IsMissing ? [insertion.Fields(parent, ContentMap.Of((slot.Key, items)), outer.IsDocumentRoot)]
            : slot.IsReplaced ? insertion.Value(parent, slot.Entry, items)
            : [inFront ? insertion.Front(slot.Sequence, items) : insertion.Back(slot.Sequence, items)];
    }

    private static ContentMap Merged(ParentSlot slot, ContentMap fields) => slot.Alias is null
        ? fields
        : ContentMap.Of((YamlEntry.MergeKey, new ContentLiteral($"*{slot.Alias}"))).Concat(fields);
}
