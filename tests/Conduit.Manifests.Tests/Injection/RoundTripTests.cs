using Conduit.Manifests.Tests.Trees;

namespace Conduit.Manifests.Tests.Injection;

public sealed class RoundTripTests
{
    public static TheoryData<string> Manifests => Fixtures.All;

    [Theory]
    [MemberData(nameof(Manifests))]
    public void Uninject_gives_a_natively_injected_manifest_back_byte_for_byte(string name) => Round.Trip(Fixtures.Read(name), Proxies.Native);

    [Theory]
    [MemberData(nameof(Manifests))]
    public void Uninject_gives_a_classically_injected_manifest_back_byte_for_byte(string name) => Round.Trip(Fixtures.Read(name), Proxies.Classic);

    [Fact]
    public void A_file_of_ten_thousand_lines_keeps_every_promise()
    {
        var part = Fixtures.Read("guestbook.yml").Text + "---\n" + Fixtures.Read("emojivoto-like.yml").Text;
        var copies = Enumerable.Repeat(part, 1 + (10_000 / part.Count(character => character == '\n')));
        var manifest = new ManifestText("large.yml", string.Join("---\n", copies));

        Assert.InRange(manifest.Text.Count(character => character == '\n'), 10_000, 11_000);
        Round.Trip(manifest, Proxies.Native);
    }

    [Theory]
    [MemberData(nameof(Manifests))]
    public void Injecting_another_form_is_the_same_as_injecting_only_that(string name)
    {
        var manifest = Fixtures.Read(name);
        var native = Injector.Inject(manifest, Proxies.Native);

        var classic = Injector.Inject(manifest with { Text = native.Text }, Proxies.Classic);

        Assert.Equal(Injector.Inject(manifest, Proxies.Classic).Text, classic.Text);
    }

    [Theory]
    [MemberData(nameof(Manifests))]
    public void A_manifest_that_went_through_the_API_server_is_the_same_after_uninject(string name)
    {
        var manifest = Fixtures.Read(name);
        var injected = Injector.Inject(manifest, Proxies.Native).Text;

        foreach (var reserialise in new Func<string, string>[] { ApiServer.ReserialiseAsYaml, ApiServer.ReserialiseAsJson })
        {
            var back = Injector.Uninject(new ManifestText(name, reserialise(injected))).Text;

            Assert.Equal(ApiServer.Canonical(manifest.Text), ApiServer.Canonical(back));
        }
    }
}
