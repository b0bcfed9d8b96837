using Conduit.Kubernetes.Models;
using Conduit.Kubernetes.Serialization;

namespace Conduit.Operations.Dev.Planning;

/// <summary>An object of a manifest, with what it takes to say where it stands and to run its commands.</summary>
/// <param name="File">As the user named it.</param>
/// <param name="Folder">Absolute; what commands in the manifest are relative to.</param>
/// <param name="Read">The object and its place.</param>
/// <param name="DefaultNamespace">For an object that names none.</param>
internal sealed record DevObject(string File, string Folder, KubernetesYamlObject Read, string DefaultNamespace)
{
    public IKubernetesObject Value => Read.Value;

    public string Name => Value.Metadata?.Name ?? "";

    public string Namespace => Value.Metadata?.NamespaceProperty is { Length: > 0 } named ? named : DefaultNamespace;

    /// <summary>As in <c>deployment web</c>.</summary>
    public string Title => $"{Value.Kind!.ToLowerInvariant()} {Name}";

    /// <summary>A line for the user about what stands at <paramref name="path"/>.</summary>
    public string At(string path, string reason) => Format(File, Read.Problem(path, reason));

    public static string Format(string file, YamlProblem problem) =>
        $"{file}: document {problem.Document}, line {problem.Line}, column {problem.Column}: {problem.Reason}";
}
