using System.Collections.Immutable;
using System.Text;
using Conduit.Manifests;
using Conduit.Operations.Inject;
using Conduit.Operations.Rendering;

namespace Conduit.Operations.Tests.Inject;

public sealed class InjectOperationTests : IDisposable
{
    private const string Pod = "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {containers: [{name: a}]}\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("conduit-inject-").FullName;

    [Fact]
    public async Task Several_manifests_become_one_stream_with_all_reports()
    {
        Write("a.yml", Pod);
        Write("b.yml", "kind: Service\nmetadata: {name: s}\n");

        var result = await RunAsync(_folder);

        Assert.Equal(["pod \"p\" injected", "service \"s\" skipped: not a workload"], result.Reports.Select(report => report.ToString()));
        Assert.EndsWith("---\nkind: Service\nmetadata: {name: s}\n", result.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_faults_of_all_manifests_are_told_at_once()
    {
        var first = Write("a.yml", "a: [");
        Write("b.yml", Pod);
        var third = Write("c.yml", "kind: Pod\nspec: []\n");

        var failure = await Assert.ThrowsAsync<ManifestException>(() => RunAsync(_folder));

        Assert.Equal([first, third], failure.Problems.Select(problem => problem.Source));
        Assert.StartsWith("injecting conduit proxy:\n" + first + ": document 1, line 1, column ", failure.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task<RenderedManifests> RunAsync(string source)
    {
        using var nothing = new MemoryStream(Encoding.UTF8.GetBytes(""));
        var operation = new InjectOperation(new RenderDefaults(new RenderEnvironment()), new ManifestLoader(nothing));
        return await operation.RunAsync(new InjectRequest([source], ImmutableDictionary<string, string>.Empty), default);
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
