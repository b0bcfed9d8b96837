using System.Net;
using System.Text;
using Conduit.Manifests;
using Conduit.Model.Failures;
using Conduit.Operations.Rendering;

namespace Conduit.Operations.Tests.Rendering;

public sealed class ManifestLoaderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("conduit-manifests-").FullName;

    [Fact]
    public async Task A_folder_is_its_manifests_by_name_and_nothing_below()
    {
        Write("b.yml", "b");
        Write("a.yaml", "a");
        Write("c.JSON", "c");
        Write("readme.md", "no");
        Directory.CreateDirectory(Path.Combine(_folder, "d.yml"));

        var loaded = await LoadAsync(_folder);

        Assert.Equal([("a.yaml", "a"), ("b.yml", "b"), ("c.JSON", "c")], loaded.Select(manifest => (Path.GetFileName(manifest.Name), manifest.Text)));
    }

    [Fact]
    public async Task Sources_come_in_the_order_in_which_they_were_given()
    {
        var file = Write("a.yml", "file");

        var loaded = await new ManifestLoader(Stream("input")).LoadAsync(["-", file], default);

        Assert.Equal([("standard input", "input"), (file, "file")], loaded.Select(manifest => (manifest.Name, manifest.Text)));
    }

    [Fact]
    public async Task A_byte_order_mark_and_line_ends_are_kept()
    {
        var path = Path.Combine(_folder, "a.yml");
        await File.WriteAllBytesAsync(path, [0xEF, 0xBB, 0xBF, .. "a\r\n"u8]);

        Assert.Equal("\uFEFFa\r\n", (await LoadAsync(path)).Single().Text);
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x61, 0x00 }, "this is UTF-16, which Kubernetes does not read; save it as UTF-8")]
    [InlineData(new byte[] { 0x61, 0xE9, 0x62 }, "this is not UTF-8 text (byte 2)")]
    public async Task Other_encodings_are_refused(byte[] bytes, string expected)
    {
        var path = Path.Combine(_folder, "a.yml");
        await File.WriteAllBytesAsync(path, bytes);

        Assert.Equal($"{path}: {expected}", await FailureAsync(path));
    }

    [Fact]
    public async Task What_is_missing_is_told()
    {
        var missing = Path.Combine(_folder, "missing.yml");

        Assert.Equal($"{missing}: there is no such file or folder", await FailureAsync(missing));
        Assert.Equal($"{_folder}: the folder has no *.yml, *.yaml or *.json file", await FailureAsync(_folder));
        Assert.Equal("please specify a kubernetes resource file", await FailureAsync());
    }

    [Fact]
    public async Task Stdin_cannot_be_read_twice() => await Assert.ThrowsAsync<MisuseException>(() => LoadAsync("-", "-"));

    [Fact]
    public async Task An_https_address_is_fetched()
    {
        var web = new FakeWeb(HttpStatusCode.OK, "kind: Pod");

        var loaded = await new ManifestLoader(Stream(""), web).LoadAsync(["https://example.org/app.yml"], default);

        Assert.Equal([("https://example.org/app.yml", "kind: Pod")], loaded.Select(manifest => (manifest.Name, manifest.Text)));
    }

    [Fact]
    public async Task An_address_that_does_not_answer_well_is_told()
    {
        var failure = await Assert.ThrowsAsync<ConduitException>(
            () => new ManifestLoader(Stream(""), new FakeWeb(HttpStatusCode.NotFound, "")).LoadAsync(["https://example.org/app.yml"], default));

        Assert.StartsWith("https://example.org/app.yml: ", failure.Message, StringComparison.Ordinal);
        Assert.Contains("404", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plain_http_address_is_misuse() => await Assert.ThrowsAsync<MisuseException>(() => LoadAsync("http://example.org/app.yml"));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));

    private static Task<IReadOnlyList<ManifestText>> LoadAsync(params string[] sources) => new ManifestLoader(Stream("")).LoadAsync(sources, default);

    private static async Task<string> FailureAsync(params string[] sources) =>
        (await Assert.ThrowsAsync<ConduitException>(() => LoadAsync(sources))).Message;

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
