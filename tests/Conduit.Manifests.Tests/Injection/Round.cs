using Conduit.Manifests.Tests.Trees;

namespace Conduit.Manifests.Tests.Injection;

/// <summary>What must hold for every manifest, whatever it looks like.</summary>
internal static class Round
{
    public static void Trip(ManifestText manifest, ProxyModel proxy)
    {
        var once = Injector.Inject(manifest, proxy);
        var injected = manifest with { Text = once.Text };

        Assert.Equal(manifest.Text, Injector.Uninject(injected).Text);
        Assert.Equal(once.Text, Injector.Inject(injected, proxy).Text);
        Assert.Equal(Stripped(manifest.Text), Stripped(once.Text));
        Assert.Equal(once.Reports.Count(report => report.Outcome == InjectOutcome.Injected), WithProxy(once.Text));
    }

    private static IEnumerable<string> Stripped(string text)
    {
        var documents = YamlTree.Parse(text);

        foreach (var template in documents.SelectMany(PodTemplates.In))
        {
            PodTemplates.Strip(template);
        }

        return documents.Select(YamlTree.Canonical);
    }

    private static int WithProxy(string text) => YamlTree.Parse(text)
        .SelectMany(PodTemplates.In)
        .Count(template => new[] { "containers", "initContainers" }.Any(list =>
            template["spec"]?[list]?.AsArray().Any(container => container!["name"]?.ToString() == "conduit-proxy") == true));
}
