using Conduit.Manifests.Tests.Injection;
using Conduit.Manifests.Tests.Trees;
using FsCheck;
using FsCheck.Fluent;

namespace Conduit.Manifests.Tests.Generated;

/// <summary>
/// The same promises as for the written manifests, for manifests that chance writes: the same ones in every run, so that a failure is one of the
/// change at hand. A failure names the seed.
/// </summary>
public sealed class GeneratedManifestTests
{
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(400).WithReplay(20240501, 7919);

    [Fact]
    public void Uninject_gives_any_injected_manifest_back_byte_for_byte() => ForAnySeed(seed =>
    {
        var manifest = new ManifestText($"seed {seed}", RandomManifest.Write(seed));
        Round.Trip(manifest, seed % 2 == 0 ? Proxies.Native : Proxies.Classic);
    });

    [Fact]
    public void Any_manifest_that_went_through_the_API_server_is_the_same_after_uninject() => ForAnySeed(seed =>
    {
        var manifest = new ManifestText($"seed {seed}", RandomManifest.Write(seed));
        var injected = Injector.Inject(manifest, Proxies.Native).Text;
        var stored = seed % 2 == 0 ? ApiServer.ReserialiseAsYaml(injected) : ApiServer.ReserialiseAsJson(injected);

        Assert.Equal(ApiServer.Canonical(manifest.Text), ApiServer.Canonical(Injector.Uninject(manifest with { Text = stored }).Text));
    });

    [Fact]
    public void A_damaged_manifest_is_refused_with_a_place_or_still_keeps_every_promise() => ForAnySeed(seed =>
    {
        var manifest = Damaged(seed);

        try
        {
            var injected = Injector.Inject(manifest, Proxies.Classic);
            Assert.Equal(manifest.Text, Injector.Uninject(manifest with { Text = injected.Text }).Text);
        }
        catch (ManifestException refused)
        {
            Assert.NotEmpty(refused.Problems);
            Assert.All(refused.Problems, problem => Assert.True(IsComplete(problem), problem.ToString()));
        }
    });

    private static bool IsComplete(ManifestProblem problem) => problem is { Document: > 0, Line: > 0, Column: > 0, Reason.Length: > 0 };

    private static ManifestText Damaged(int seed)
    {
        var random = new Random(seed);
        var fixtures = Fixtures.Names.ToArray();
        var manifest = Fixtures.Read(fixtures[random.Next(fixtures.Length)]);
        var text = manifest.Text;

        for (var count = random.Next(1, 4); count > 0 && text.Length > 0; count--)
        {
            var at = random.Next(text.Length);
            text = random.Next(3) switch
            {
                0 => text.Remove(at, Math.Min(random.Next(1, 30), text.Length - at)),
                1 => text.Insert(at, "{}[]:,-?&*#|>'\"\t\n !%@`"[random.Next(22)].ToString()),
                _ => text[..at],
            };
        }

        return manifest with { Text = text };
    }

    private static void ForAnySeed(Action<int> holds) =>
        Check.One(Many, Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), holds));
}
