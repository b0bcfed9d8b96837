using Conduit.Manifests.Editing;
using Conduit.Manifests.Workloads;
using Conduit.Manifests.Yaml;

namespace Conduit.Manifests.Injection;

/// <summary>Plans the removal of what inject wrote, and of the parents that it had to create once nothing else is in them.</summary>
internal sealed class UninjectPlan
{
    private readonly SourceText _source;
    private readonly Removal _removal;
    private readonly PodTemplate _template;
    private readonly ReplacedParents _replaced;
    private readonly List<TextEdit> _edits = [];

    private UninjectPlan(SourceText source, PodTemplate template)
    {
        _source = source;
        _removal = new Removal(source);
        _template = template;
        _replaced = ReplacedParents.Parse((template.Annotations?.Node as YamlMapping)?.Text(MeshNames.ReplacedAnnotation));
    }

    public static EditPlan Of(SourceText source, ManifestObject found, WorkloadKind kind, PodTemplate template)
    {
        var plan = new UninjectPlan(source, template);

        if (plan.Obstacle() is { } obstacle)
        {
            return EditPlan.Blocked(obstacle);
        }

        plan.RemoveFromMetadata();
        plan.RemoveContainers(template.Containers.Init);
        plan.RemoveContainers(template.Containers.App);

        foreach (var labels in found.CopiedLabels.Where(labels => kind.CopiesLabels && labels.Obstacle is null))
        {
            plan.RemoveCopied(labels);
        }

        return new EditPlan([.. plan._edits], Obstacle: null);
    }

    private string? Obstacle() => new[]
    {
        OwnParts.HasField(_template.Annotations, OwnParts.IsAnnotation) ? _template.Annotations!.Obstacle : null,
        OwnParts.HasField(_template.Labels, OwnParts.IsLabel) ? _template.Labels!.Obstacle : null,
        OwnParts.HasItem(_template.Containers.Init) ? _template.Containers.Init!.Obstacle : null,
        OwnParts.HasItem(_template.Containers.App) ? _template.Containers.App.Obstacle : null,
    }.FirstOrDefault(obstacle => obstacle is not null);

    private void RemoveFromMetadata()
    {
        if (_template.Metadata is not { Node: YamlMapping metadata } path)
        {
            return;
        }

        var gone = new HashSet<YamlEntry>();

        if (RemoveFields(_template.Annotations, OwnParts.IsAnnotation))
        {
            gone.Add(_template.Annotations!.Entry!);
        }

        if (RemoveFields(_template.Labels, OwnParts.IsLabel))
        {
            gone.Add(_template.Labels!.Entry!);
        }

        if (gone.Count == 0 || gone.Count < metadata.Entries.Length)
        {
            _edits.AddRange(_removal.Fields(metadata, gone.Contains));
        }
        else if (Empty(path, ReplacedValue.EmptyMapping))
        {
            RemoveEntry(path);
        }
    }

    private void RemoveCopied(NodePath labels)
    {
        if (!OwnParts.HasField(labels, OwnParts.IsLabel))
        {
            return;
        }

        var mapping = (YamlMapping)labels.Node;

        if (mapping.Entries.All(OwnParts.IsLabel))
        {
            RemoveEntry(labels);
        }
        else
        {
            _edits.AddRange(_removal.Fields(mapping, OwnParts.IsLabel));
        }
    }

    /// <summary>Removes our fields; true when the mapping was ours too, so that its own entry has to go.</summary>
    private bool RemoveFields(NodePath? path, Func<YamlEntry, bool> isOwn)
    {
        if (!OwnParts.HasField(path, isOwn))
        {
            return false;
        }

        var mapping = (YamlMapping)path!.Node;

        if (mapping.Entries.All(entry => isOwn(entry) || IsReplacedAlias(path, entry)))
        {
            return Empty(path, ReplacedValue.EmptyMapping);
        }

        _edits.AddRange(_removal.Fields(mapping, isOwn));
        return false;
    }

    private void RemoveContainers(NodePath? path)
    {
        if (!OwnParts.HasItem(path))
        {
            return;
        }

        var sequence = (YamlSequence)path!.Node;

        if (!sequence.Items.All(OwnParts.IsContainer))
        {
            _edits.AddRange(_removal.Items(sequence, OwnParts.IsContainer));
        }
        else if (Empty(path, ReplacedValue.EmptySequence))
        {
            RemoveEntry(path);
        }
    }

    /// <summary>Puts back what stood in the place of a parent that is empty now; true when nothing did, not even its key.</summary>
    private bool Empty(NodePath path, ReplacedValue unknown)
    {
        var entry = path.Entry!;
        var value = _replaced.TryGet(entry.Key, out var recorded) ? recorded : unknown;

        if (value is not null)
        {
            _edits.AddRange(_removal.Value(entry, value.For(_source, (YamlMapping)path.Parent!.Node, entry)));
        }

        return value is null;
    }

    private void RemoveEntry(NodePath path) => _edits.AddRange(_removal.Fields((YamlMapping)path.Parent!.Node, entry => entry == path.Entry));

    // An alias cannot be added to, so inject made it the merge key of a new mapping.
    private bool IsReplacedAlias(NodePath path, YamlEntry entry) =>
        entry is { Key: YamlEntry.MergeKey, Value: YamlAlias alias }
        && _replaced.TryGet(path.Entry!.Key, out var value)
        && value?.Text.Trim() == $"*{alias.Name}";
}
