using Conduit.Model.Addresses;

namespace Conduit.Manifests.Tests.Settings;

public sealed class ProxySettingTests
{
    public static TheoryData<string> Names => [.. ProxySettings.PerWorkload.Select(setting => setting.Text.Name)];

    [Fact]
    public void Every_setting_has_a_name_of_its_own() =>
        Assert.Equal(ProxySettings.PerWorkload.Length, ProxySettings.PerWorkload.DistinctBy(setting => setting.Text.Name).Count());

    [Theory]
    [MemberData(nameof(Names))]
    public void What_a_setting_reads_it_can_write(string name)
    {
        var setting = Setting(name);
        var value = setting.Read(Proxies.Native);

        // Nothing is said about images and resources until someone does.
        if (value.Length > 0)
        {
            Assert.Equal(Proxies.Native, setting.Write(Proxies.Native, value));
        }
    }

    [Theory]
    [InlineData("conduit-version", "v1.2.3-rc.1")]
    [InlineData("registry", "example.org:5000/team")]
    [InlineData("proxy-image", "example.org/proxy@sha256:0123")]
    [InlineData("image-pull-policy", "Never")]
    [InlineData("proxy-uid", "1")]
    [InlineData("proxy-log-level", "debug")]
    [InlineData("proxy-bind-timeout", "1m30s")]
    [InlineData("metrics-port", "65535")]
    [InlineData("native-sidecar", "false")]
    [InlineData("proxy-cpu-request", "0.5")]
    [InlineData("proxy-memory-limit", "1Gi")]
    [InlineData("skip-inbound-ports", "80,8000-8010")]
    public void A_valid_value_comes_back_as_it_was_written(string name, string value)
    {
        var setting = Setting(name);

        Assert.Equal(value, setting.Read(setting.Write(Proxies.Native, value)!));
    }

    [Theory]
    [InlineData("conduit-version", "a b")]
    [InlineData("registry", "")]
    [InlineData("registry", "$(id)")]
    [InlineData("proxy-image", "a b")]
    [InlineData("image-pull-policy", "always")]
    [InlineData("image-pull-policy", "1")]
    [InlineData("proxy-uid", "0")]
    [InlineData("proxy-uid", "-1")]
    [InlineData("proxy-log-level", "")]
    [InlineData("proxy-log-level", "a\nb")]
    [InlineData("proxy-bind-timeout", "10")]
    [InlineData("proxy-bind-timeout", "0s")]
    [InlineData("api-port", "0")]
    [InlineData("api-port", "65536")]
    [InlineData("native-sidecar", "maybe")]
    [InlineData("proxy-cpu-request", "many")]
    [InlineData("proxy-memory-limit", "-1Mi")]
    [InlineData("skip-inbound-ports", "80-70")]
    [InlineData("skip-outbound-ports", "70000")]
    public void An_invalid_value_is_refused(string name, string value) => Assert.Null(Setting(name).Write(Proxies.Native, value));

    [Fact]
    public void A_proxys_ports_must_differ_and_a_limit_must_not_be_below_its_request()
    {
        var proxy = Proxies.Native with
        {
            InboundPort = new Port(4140),
            Resources = new ProxyResources(Quantity("2"), Quantity("1Gi"), CpuLimit: Quantity("500m"), MemoryLimit: Quantity("1024Mi")),
        };

        Assert.Equal(
            ["inbound-port and outbound-port must differ, but are both 4140", "proxy-cpu-limit 500m is below proxy-cpu-request 2"],
            ProxyRules.Broken(proxy));
    }

    private static Model.Quantities.Quantity Quantity(string text) => Model.Quantities.Quantity.TryParse(text, out var quantity) ? quantity : default;

    private static Setting<ProxyModel> Setting(string name) => ProxySettings.PerWorkload.Single(setting => setting.Text.Name == name);
}
