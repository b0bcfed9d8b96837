using System.Collections.Immutable;
using Conduit.Model.Failures;

namespace Conduit.Manifests;

/// <summary>Input that cannot be worked on. Nothing of it may be written.</summary>
public sealed class ManifestException(ImmutableArray<ManifestProblem> problems, string heading = "")
    : ConduitException("ManifestInvalid", heading + string.Join('\n', problems))
{
    /// <summary>Every fault that was found, in the order of the text.</summary>
    public ImmutableArray<ManifestProblem> Problems { get; } = problems;
}
