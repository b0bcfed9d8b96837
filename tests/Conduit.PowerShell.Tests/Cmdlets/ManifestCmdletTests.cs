using System.Text;
using Conduit.Manifests;
using Conduit.Model.Failures;
using Conduit.PowerShell.Cmdlets;
using Conduit.PowerShell.Tests.Running;
using Conduit.Testing.Repository;

namespace Conduit.PowerShell.Tests.Cmdlets;

public sealed class ManifestCmdletTests
{
    private static readonly string Folder = RepositoryFiles.At("tests", "Conduit.Manifests.Tests", "Fixtures");

    public static TheoryData<string> Fixtures() => [.. Directory.EnumerateFiles(Folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Fixtures))]
    public async Task Bytes_are_those_of_the_command_line(string fixture)
    {
        var manifest = Path.Combine(Folder, fixture);
        var expected = await CommandLineRun.OutputAsync("inject", manifest);

        var bytes = Assert.Single(await Inject(manifest, asBytes: true).OutputAsync<byte[]>());

        Assert.Equal(expected, bytes);
    }

    [Theory]
    [MemberData(nameof(Fixtures))]
    public async Task The_string_lacks_only_the_last_line_end(string fixture)
    {
        var manifest = Path.Combine(Folder, fixture);
        var expected = Encoding.UTF8.GetString(await CommandLineRun.OutputAsync("inject", manifest));

        var text = Assert.Single(await Inject(manifest, asBytes: false).OutputAsync<string>());

        var end = expected.EndsWith("\r\n", StringComparison.Ordinal) ? "\r\n" : expected.EndsWith('\n') ? "\n" : "";
        Assert.Equal(expected, text + end);
    }

    [Fact]
    public async Task Install_writes_the_bytes_of_the_command_line()
    {
        var expected = await CommandLineRun.OutputAsync("install", "--registry", "example.org/mesh", "-n", "my-mesh", "--expose-api", "true");

        var bytes = Assert.Single(await new InvokeConduitInstallCommand
        {
            Module = TestModule.Context(),
            AsBytes = true,
            Registry = "example.org/mesh",
            ConduitNamespace = "my-mesh",
            ExposeApi = true,
        }.OutputAsync<byte[]>());

        Assert.Equal(expected, bytes);
    }

    [Fact]
    public async Task Uninject_gives_the_input_of_inject_back()
    {
        var manifest = RepositoryFiles.At("samples", "emojivoto", "emojivoto.yml");
        var meshed = Path.GetTempFileName();

        try
        {
            await File.WriteAllBytesAsync(meshed, Assert.Single(await Inject(manifest, asBytes: true).OutputAsync<byte[]>()));

            var text = Assert.Single(await new InvokeConduitUninjectCommand { Module = TestModule.Context(), Path = [meshed] }.OutputAsync<string>());

            Assert.Equal(await File.ReadAllTextAsync(manifest), text + "\n");
        }
        finally
        {
            File.Delete(meshed);
        }
    }

    [Fact]
    public async Task Every_fault_of_the_input_is_in_one_failure_and_nothing_is_written()
    {
        var broken = Path.GetTempFileName();

        try
        {
            await File.WriteAllTextAsync(broken, "kind: [Deployment\n");

            var failure = await Assert.ThrowsAsync<ManifestException>(() => Inject(broken, asBytes: false).ProduceAsync());

            Assert.Equal("ManifestInvalid", failure.Id);
        }
        finally
        {
            File.Delete(broken);
        }
    }

    [Fact]
    public async Task Values_that_no_flag_takes_are_misuse()
    {
        var cmdlet = new InvokeConduitInstallCommand { Module = TestModule.Context(), ApiPort = "none", ProxyCpuLimit = "much" };

        var failure = await Assert.ThrowsAsync<MisuseException>(() => cmdlet.ProduceAsync());

        Assert.Contains("--api-port", failure.Message, StringComparison.Ordinal);
        Assert.Contains("--proxy-cpu-limit", failure.Message, StringComparison.Ordinal);
    }

    private static InvokeConduitInjectCommand Inject(string path, bool asBytes) => new() { Module = TestModule.Context(), Path = [path], AsBytes = asBytes };
}
