using System.Collections.Immutable;
using Conduit.Manifests;

namespace Conduit.Operations.Rendering;

/// <summary>Works on every manifest before any of them is given out, so that a fault in the last one leaves nothing behind.</summary>
internal static class ManifestRun
{
    /// <param name="activity">What is done, as messages begin.</param>
    /// <param name="manifests">The inputs.</param>
    /// <param name="run">Works on one.</param>
    /// <exception cref="ManifestException">At least one is at fault; all faults of all of them.</exception>
    public static RenderedManifests Over(string activity, IReadOnlyList<ManifestText> manifests, Func<ManifestText, InjectResult> run)
    {
        var results = new List<InjectResult>();
        var problems = ImmutableArray.CreateBuilder<ManifestProblem>();

        foreach (var manifest in manifests)
        {
            try
            {
                results.Add(run(manifest));
            }
            catch (ManifestException failure)
            {
                problems.AddRange(failure.Problems);
            }
        }

        if (problems.Count > 0)
        {
            throw new ManifestException(problems.ToImmutable(), problems.Count == 1 ? $"{activity}: " : $"{activity}:\n");
        }

        var text = ManifestStream.Join([.. results.Select(result => result.Text)]);
        return new RenderedManifests(text, [.. results.SelectMany(result => result.Reports)]);
    }
}
