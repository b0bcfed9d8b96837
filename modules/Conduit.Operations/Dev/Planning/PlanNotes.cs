using Conduit.Model.Failures;

namespace Conduit.Operations.Dev.Planning;

/// <summary>What is to be said about a manifest: faults, all of them at once, and what will be left out.</summary>
internal sealed class PlanNotes
{
    private readonly List<string> _problems = [];
    private readonly List<string> _warnings = [];

    /// <summary>Each once, in the order found: replicas repeat them.</summary>
    public IReadOnlyList<string> Warnings => [.. _warnings.Distinct()];

    public void Problem(string text) => _problems.Add(text);

    public void Warn(string text) => _warnings.Add(text);

    public void ThrowIfAny()
    {
        if (_problems.Count > 0)
        {
            throw new ConduitException("ManifestInvalid", string.Join('\n', _problems.Distinct()));
        }
    }
}
