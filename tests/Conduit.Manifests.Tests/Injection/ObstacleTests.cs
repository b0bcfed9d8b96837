namespace Conduit.Manifests.Tests.Injection;

/// <summary>Places where an edit would change more than one object, or that no edit fits: the object stays as it is, and the report says why.</summary>
public sealed class ObstacleTests
{
    [Theory]
    [InlineData("metadata: &m {name: p}\nspec: {containers: [{name: a}]}\nother: *m", true, "metadata is the anchor &m, which is used elsewhere too")]
    [InlineData("first: &m {name: p}\nmetadata: *m\nspec: {containers: [{name: a}]}", true, "metadata is the alias *m")]
    [InlineData("first: &s {containers: [{name: a}]}\nspec: *s", true, "spec is the alias *s")]
    [InlineData("first: &s {containers: [{name: a}]}\nspec: {<<: *s}", false, "spec.containers comes from a merge key (<<)")]
    [InlineData("first: &i [{name: i}]\nspec: {initContainers: *i, containers: [{name: a}]}", true, "spec.initContainers is the alias *i")]
    [InlineData("spec: {initContainers: &c [{name: i}], containers: *c}", true, "spec.initContainers is the anchor &c, which is used elsewhere too")]
    [InlineData("first: &c [{name: a}]\nspec: {containers: *c}", false, "spec.containers is the alias *c")]
    [InlineData("metadata:\n  ? labels\n  : {a: b}\nspec: {containers: [{name: a}]}", true, "metadata is written with explicit keys (?)")]
    public void An_object_is_skipped_where_an_edit_would_do_harm(string body, bool native, string reason)
    {
        var manifest = new ManifestText("x.yml", $"apiVersion: v1\nkind: Pod\n{body}\n");

        var result = Injector.Inject(manifest, Proxies.Native with { NativeSidecar = native });

        Assert.Equal(manifest.Text, result.Text);
        Assert.Equal((InjectOutcome.Skipped, reason), (result.Reports.Single().Outcome, result.Reports.Single().Reason));
    }

    [Theory]
    [InlineData("first: &c [{name: a}]\nspec: {containers: *c}")]
    [InlineData("first: &l {a: b}\nmetadata: {labels: *l}\nspec: {containers: [{name: a}]}")]
    [InlineData("first: &l {a: b}\nmetadata:\n  annotations:\n    *l\nspec: {containers: [{name: a}]}")]
    [InlineData("first: &l {a: b}\nmetadata: {labels: {<<: *l, c: d}}\nspec: {containers: [{name: a}]}")]
    [InlineData("metadata: {labels: &unused {a: b}}\nspec: {containers: [{name: a}]}")]
    public void Aliases_that_need_no_edit_or_can_be_merged_are_no_obstacle(string body)
    {
        var manifest = new ManifestText("x.yml", $"apiVersion: v1\nkind: Pod\n{body}\n");

        Assert.Equal(InjectOutcome.Injected, Injector.Inject(manifest, Proxies.Native).Reports.Single().Outcome);
        Round.Trip(manifest, Proxies.Native);
    }

    [Fact]
    public void What_is_injected_already_where_no_edit_is_possible_any_more_is_left_as_it_is()
    {
        var manifest = new ManifestText("x.yml", "kind: Pod\nfirst: &c [{name: conduit-proxy}, {name: a}]\nspec: {containers: *c}\n");

        var result = Injector.Inject(manifest, Proxies.Native);

        Assert.Equal(manifest.Text, result.Text);
        Assert.Equal("injected already, and spec.containers is the alias *c", result.Reports.Single().Reason);
    }
}
