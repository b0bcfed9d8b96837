using System.Runtime.CompilerServices;
using Conduit.Testing.Snapshots;

namespace Conduit.Manifests.Tests.Injection;

public sealed class InjectSnapshotTests
{
    [Theory]
    [InlineData("anchors.yml")]
    [InlineData("comments-everywhere.yml")]
    [InlineData("cronjobs.yml")]
    [InlineData("emojivoto-like.yml")]
    [InlineData("explicit-nulls.yml")]
    [InlineData("flow-style.yml")]
    [InlineData("guestbook.yml")]
    [InlineData("indented-four.yml")]
    [InlineData("list.json")]
    [InlineData("nested-list.yml")]
    [InlineData("sidecars.yml")]
    [InlineData("tabs-indent.json")]
    public void Inject_writes_the_native_form(string manifest) => Match(manifest, Proxies.Native);

    [Theory]
    [InlineData("already-annotated.yml")]
    [InlineData("block-scalar-last.yml")]
    [InlineData("cronjobs.yml")]
    [InlineData("emojivoto-like.yml")]
    [InlineData("flow-style.yml")]
    [InlineData("list.json")]
    [InlineData("nested-list.yml")]
    [InlineData("redis-statefulset.yml")]
    [InlineData("sidecars.yml")]
    public void Inject_writes_the_classic_form(string manifest) => Match(manifest, Proxies.Classic);

    [Fact]
    public void Inject_reports_on_every_object()
    {
        var lines =
            from name in Fixtures.Names
            let reports = Injector.Inject(Fixtures.Read(name), Proxies.Classic).Reports
            from line in reports.SelectMany(Lines).Prepend($"{name}:")
            select line;

        Snapshot.Match(string.Join('\n', lines));
    }

    private static IEnumerable<string> Lines(InjectReport report) =>
        report.Warnings.Select(warning => $"    warning: {warning}").Prepend($"  {report}");

    private static void Match(string manifest, ProxyModel proxy, [CallerMemberName] string method = "") => Snapshot.Match(
        Injector.Inject(Fixtures.Read(manifest), proxy).Text,
        Path.GetExtension(manifest).TrimStart('.'),
        $"manifest={Path.GetFileNameWithoutExtension(manifest)}",
        method);
}
