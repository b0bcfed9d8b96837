using System.Collections.Immutable;
using Conduit.Model.Failures;
using Conduit.Operations.Install;
using Conduit.Operations.Rendering;
using Conduit.Operations.Tests.Running;
using Conduit.Operations.Upgrade;

namespace Conduit.Operations.Tests.Upgrade;

public sealed class UpgradeOperationTests : IAsyncLifetime
{
    private const string SettingsPath = "/api/v1/namespaces/mesh/configmaps/conduit-config";
    private static readonly RenderDefaults Defaults = new(new RenderEnvironment());

    private TestCluster _cluster = null!;

    public async Task InitializeAsync() => _cluster = await TestCluster.StartAsync();

    public async Task DisposeAsync() => await _cluster.DisposeAsync();

    [Fact]
    public async Task What_was_installed_is_rendered_again()
    {
        _cluster.Api.Put(SettingsPath, """{"data":{"proxy-uid":"3000","registry":"example.org/mesh"} }""");

        var upgraded = await RunAsync();

        Assert.Equal(Install(("conduit-namespace", "mesh"), ("proxy-uid", "3000"), ("registry", "example.org/mesh")), upgraded.Text);
    }

    [Fact]
    public async Task A_flag_that_is_given_now_wins_and_is_kept_from_then_on()
    {
        _cluster.Api.Put(SettingsPath, """{"data":{"proxy-uid":"3000","expose-api":"true"} }""");

        var upgraded = await RunAsync(("proxy-uid", "4000"));

        Assert.Contains("data:\n  expose-api: \"true\"\n  proxy-uid: \"4000\"\n", upgraded.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_installed_beats_the_environment()
    {
        _cluster.Api.Put(SettingsPath, """{"data":{"registry":"kept.example"} }""");

        var upgraded = await RunAsync(new RenderDefaults(new RenderEnvironment(Registry: "now.example")));

        Assert.Contains("image: kept.example/controller:", upgraded.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_setting_that_this_version_does_not_know_is_noted()
    {
        _cluster.Api.Put(SettingsPath, """{"data":{"wings":"2"} }""");

        Assert.Equal(
            "the installed control plane was rendered with wings, which this version does not know; it is left out",
            Assert.Single((await RunAsync()).Notes));
    }

    [Fact]
    public async Task A_setting_that_somebody_broke_is_named()
    {
        _cluster.Api.Put(SettingsPath, """{"data":{"proxy-uid":"root"} }""");

        var failure = await Assert.ThrowsAsync<MisuseException>(() => RunAsync());

        Assert.StartsWith("--proxy-uid: expected ", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_installed_cannot_be_upgraded()
    {
        var failure = await Assert.ThrowsAsync<ConduitException>(() => RunAsync());

        Assert.Equal("NotInstalled", failure.Id);
        Assert.Contains("conduit install --conduit-namespace mesh", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_installation_keeps_what_differs_from_the_product_but_not_its_version()
    {
        var text = Install(("conduit-version", "9.9.9"), ("controller-log-level", "debug"));

        Assert.Contains("\ndata:\n  controller-log-level: debug\n---\n", text, StringComparison.Ordinal);
    }

    private static string Install(params (string Name, string Value)[] flags) =>
        new InstallOperation(Defaults).Run(new InstallRequest(flags.ToImmutableDictionary(flag => flag.Name, flag => flag.Value))).Text;

    private Task<Manifests.InstallResult> RunAsync(params (string Name, string Value)[] flags) => RunAsync(Defaults, flags);

    private async Task<Manifests.InstallResult> RunAsync(RenderDefaults defaults, params (string Name, string Value)[] flags)
    {
        using var connection = _cluster.Connect();
        var request = new UpgradeRequest("mesh", flags.ToImmutableDictionary(flag => flag.Name, flag => flag.Value));
        return await new UpgradeOperation(defaults, connection).RunAsync(request, CancellationToken.None);
    }
}
