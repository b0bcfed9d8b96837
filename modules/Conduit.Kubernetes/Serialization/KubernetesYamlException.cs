using System.Collections.Immutable;
using Conduit.Model.Failures;

namespace Conduit.Kubernetes.Serialization;

/// <summary>A manifest that does not say what the Kubernetes API would accept.</summary>
public sealed class KubernetesYamlException(ImmutableArray<YamlProblem> problems) : ConduitException(
    "ManifestInvalid",
    string.Join('\n', problems.Select(problem => $"document {problem.Document}, line {problem.Line}, column {problem.Column}: {problem.Reason}")))
{
    /// <summary>One for each object that cannot be read, in the order of the text.</summary>
    public ImmutableArray<YamlProblem> Problems { get; } = problems;
}
