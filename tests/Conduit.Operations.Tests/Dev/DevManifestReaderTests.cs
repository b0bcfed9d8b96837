using Conduit.Model.Failures;
using Conduit.Operations.Dev;

namespace Conduit.Operations.Tests.Dev;

public sealed class DevManifestReaderTests : IDisposable
{
    private const string Pod = "{apiVersion: v1, kind: Pod, metadata: {name: NAME}, spec: {}}";

    private readonly string _folder = Directory.CreateTempSubdirectory("conduit-manifests-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_folder_is_its_manifests_by_name_and_commands_are_relative_to_it()
    {
        Write("b.yml", Pod.Replace("NAME", "b", StringComparison.Ordinal));
        Write("a.yaml", Pod.Replace("NAME", "a", StringComparison.Ordinal));
        Write("notes.txt", "no manifest");

        var objects = await new DevManifestReader("default").ReadAsync([_folder], input: null, CancellationToken.None);

        Assert.Equal(["a", "b"], objects.Select(item => item.Name));
        Assert.All(objects, item => Assert.Equal((_folder, "default"), (item.Folder, item.Namespace)));
    }

    [Fact]
    public async Task A_hyphen_is_standard_input()
    {
        using var input = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Pod));

        var read = Assert.Single(await new DevManifestReader("shop").ReadAsync(["-"], input, CancellationToken.None));

        Assert.Equal(("NAME", "shop", Directory.GetCurrentDirectory()), (read.Name, read.Namespace, read.Folder));
    }

    [Fact]
    public async Task Faults_of_every_file_are_told_with_file_document_line_and_column()
    {
        var first = Write("first.yml", "---\nkind: Pod");
        var second = Write("second.yml", Pod + "\n---\n{apiVersion: v1, kind: Pod, spec: []}");

        Assert.Equal(
            $"{first}: document 1, line 2, column 1: this is no Kubernetes object: it has no apiVersion and kind\n"
            + $"{second}: document 2, line 3, column 35: spec: a list does not fit here",
            (await FailureAsync(first, second)).Message);
    }

    [Fact]
    public async Task A_missing_file_is_named() =>
        Assert.StartsWith("nowhere.yml cannot be read", (await FailureAsync("nowhere.yml")).Message, StringComparison.Ordinal);

    [Fact]
    public async Task A_folder_without_manifests_is_refused() => Assert.Equal("ManifestMissing", (await FailureAsync(_folder)).Id);

    private static Task<ConduitException> FailureAsync(params string[] paths) =>
        Assert.ThrowsAsync<ConduitException>(() => new DevManifestReader("default").ReadAsync(paths, input: null, CancellationToken.None));

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
