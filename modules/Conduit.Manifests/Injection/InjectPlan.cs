using Conduit.Manifests.Content;
using Conduit.Manifests.Editing;
using Conduit.Manifests.Workloads;
using Conduit.Manifests.Yaml;

namespace Conduit.Manifests.Injection;

/// <summary>Plans where a pod template's new labels, annotations and containers go.</summary>
internal sealed class InjectPlan
{
    private readonly SourceText _source;
    private readonly PodTemplate _template;
    private readonly Sidecar _sidecar;
    private readonly ParentSlot _metadata;
    private readonly ParentSlot _annotations;
    private readonly ParentSlot _labels;
    private readonly ParentSlot _init;
    private readonly ParentSlot _app;

    private InjectPlan(SourceText source, PodTemplate template, Sidecar sidecar)
    {
        _source = source;
        _template = template;
        _sidecar = sidecar;
        _metadata = new ParentSlot("metadata", template.Root, template.Metadata);
        _annotations = new ParentSlot("annotations", template.Metadata ?? template.Root, template.Annotations);
        _labels = new ParentSlot("labels", template.Metadata ?? template.Root, template.Labels);
        _init = new ParentSlot("initContainers", template.Containers.Spec, template.Containers.Init);
        _app = new ParentSlot("containers", template.Containers.Spec, template.Containers.App);
    }

    public static EditPlan Of(SourceText source, PodTemplate template, Sidecar sidecar)
    {
        var plan = new InjectPlan(source, template, sidecar);
        return plan.Obstacle() is { } obstacle ? EditPlan.Blocked(obstacle) : new EditPlan([.. plan.Edits()], Obstacle: null);
    }

    private static BlockStyle StyleOf(SourceText source, PodContainers containers)
    {
        var style = BlockStyle.Default;

        if (containers is { SpecMapping: { IsFlow: false, Entries: [var first, ..] }, Spec.Entry: { } spec })
        {
            style = style with { Step = Math.Max(source.Column(first.Start) - source.Column(spec.Start), 1) };
        }

        if (containers.App is { Entry: { } app, Node: YamlSequence { IsFlow: false } sequence })
        {
            style = style with { DashOffset = Math.Max(source.Column(Layout.Dash(source, sequence, 0)) - source.Column(app.Start), 0) };
        }

        return style;
    }

    private string? Obstacle()
    {
        // Labels and annotations would have to be merged into an aliased metadata in depth, which YAML cannot.
        var metadata = _template.Metadata is null ? _metadata.Obstacle : _template.Metadata.Obstacle;
        var app = _sidecar.AppContainers.Items.IsEmpty ? null : _app.Obstacle;
        return metadata ?? _annotations.Obstacle ?? _labels.Obstacle ?? _init.Obstacle ?? app;
    }

    private IEnumerable<TextEdit> Edits()
    {
        var filler = new SlotFiller(new Insertion(_source, StyleOf(_source, _template.Containers)));
        var annotations = KeyValuePair.Create(_annotations, _sidecar.Annotations(Replaced()));
        var labels = KeyValuePair.Create(_labels, _sidecar.Labels);
        var metadata = ContentMap.Of((_annotations.Key, annotations.Value), (_labels.Key, labels.Value));
        return
        [
            .. _metadata.IsMissing || _metadata.IsReplaced
                ? filler.Fields(_template.Root, KeyValuePair.Create(_metadata, metadata))
                : filler.Fields(_template.Metadata!, annotations, labels),
            .. filler.Items(_template.Containers.Spec, _init, _sidecar.InitContainers, _sidecar.IsFirst),
            .. filler.Items(_template.Containers.Spec, _app, _sidecar.AppContainers, inFront: false),
        ];
    }

    private ReplacedParents Replaced()
    {
        var replaced = new ReplacedParents();

        foreach (var slot in new[] { _metadata, _annotations, _labels, _init }.Where(slot => slot.IsMissing || slot.IsReplaced))
        {
            replaced.Add(slot.Key, slot.Replaced(_source));
        }

        return replaced;
    }
}
