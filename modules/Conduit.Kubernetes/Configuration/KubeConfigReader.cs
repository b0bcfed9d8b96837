using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Conduit.Kubernetes.Configuration;

/// <summary>Reads one kubeconfig file's text.</summary>
internal static class KubeConfigReader
{
    public static KubeConfig Read(string file, string text)
    {
        var root = Parse(file, text);

        return root is null
            ? new KubeConfig { Files = [file] }
            : new KubeConfig
            {
                Files = [file],
                CurrentContext = root.Text("current-context"),
                Contexts = Entries(root, "contexts", "context", ReadContext),
                Clusters = Entries(root, "clusters", "cluster", ReadCluster),
                Users = Entries(root, "users", "user", UserReader.Read),
            };
    }

    private static YamlSection? Parse(string file, string text)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));

            return stream.Documents.FirstOrDefault()?.RootNode switch
            {
                null or YamlScalarNode { Value: null or "" } => null,
                YamlMappingNode mapping => new YamlSection(file, mapping),
                var other => throw KubeConfigException.Invalid(new KubeConfigOrigin(file, other.Start.Line), "this is no mapping of keys and values"),
            };
        }
        catch (YamlException failure)
        {
            throw KubeConfigException.Invalid(new KubeConfigOrigin(file, LineOf(failure, text)), failure.Message.TrimEnd('.'), failure);
        }
    }

    // The parser places a tab at the start of the mapping around it, which may be the whole file.
    private static long LineOf(YamlException failure, string text)
    {
        var lines = text.Split('\n');
        var tab = Array.FindIndex(lines, line => line[..^line.TrimStart().Length].Contains('\t', StringComparison.Ordinal));
        return failure.Message.Contains("tab", StringComparison.Ordinal) && tab >= 0 ? tab + 1 : failure.Start.Line;
    }

    // Of two entries with one name the first counts, as it does across files.
    private static ImmutableDictionary<string, T> Entries<T>(YamlSection root, string list, string body, Func<YamlSection, T> read) => root
        .Sections(list)
        .Select(item => KeyValuePair.Create(item.RequiredText("name"), item.Section(body)))
        .Where(pair => pair.Value is not null)
        .DistinctBy(pair => pair.Key)
        .ToImmutableDictionary(pair => pair.Key, pair => read(pair.Value!));

    private static ContextEntry ReadContext(YamlSection section) => new(section.Origin)
    {
        Cluster = section.Text("cluster"),
        User = section.Text("user"),
        Namespace = section.Text("namespace"),
    };

    private static ClusterEntry ReadCluster(YamlSection section) => new(section.Origin)
    {
        Server = section.Text("server"),
        CertificateAuthority = section.Text("certificate-authority"),
        CertificateAuthorityData = section.Text("certificate-authority-data"),
        InsecureSkipTlsVerify = section.Flag("insecure-skip-tls-verify"),
        TlsServerName = section.Text("tls-server-name"),
        ProxyUrl = section.Text("proxy-url"),
    };
}
