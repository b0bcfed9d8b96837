using Conduit.Manifests.Editing;
using Conduit.Manifests.Workloads;
using Conduit.Manifests.Yaml;

namespace Conduit.Manifests.Injection;

/// <summary>One reading of a manifest, in which each object may be edited.</summary>
internal static class ManifestPass
{
    private const string ByteOrderMark = "\uFEFF";

    public delegate ObjectEdit ObjectEditor(SourceText source, ManifestObject found, ProblemLog problems);

    public static InjectResult Run(ManifestText manifest, ObjectEditor editor)
    {
        var mark = manifest.Text.StartsWith(ByteOrderMark, StringComparison.Ordinal) ? ByteOrderMark : "";
        var source = new SourceText(manifest.Text[mark.Length..]);
        var problems = new ProblemLog(manifest.Name, source);
        var objects = new List<ObjectEdit>();

        foreach (var document in YamlReader.Read(source, problems))
        {
            problems.Document = document.Number;
            objects.AddRange(ObjectReader.Read(document, problems).Select(found => editor(source, found, problems)));
        }

        problems.ThrowIfAny();
        return new InjectResult(mark + TextEdit.Apply(source.Text, objects.SelectMany(edit => edit.Edits)), [.. objects.Select(edit => edit.Result)]);
    }
}
