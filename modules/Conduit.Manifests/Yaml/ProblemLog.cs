namespace Conduit.Manifests.Yaml;

/// <summary>Collects the faults of one input, so that a user sees all of them at once.</summary>
internal sealed class ProblemLog(string name, SourceText source)
{
    private readonly List<ManifestProblem> _problems = [];

    /// <summary>The number of the document that is being read.</summary>
    public int Document { get; set; } = 1;

    public void Add(int index, string reason)
    {
        var (line, column) = source.Position(index);
        _problems.Add(new ManifestProblem(name, Document, line, column, reason));
    }

    public void ThrowIfAny()
    {
        if (_problems.Count > 0)
        {
            throw new ManifestException([.. _problems.OrderBy(problem => problem.Line).ThenBy(problem => problem.Column)]);
        }
    }
}
