using Conduit.Testing.Repository;
using YamlDotNet.RepresentationModel;

namespace Emojivoto.Tests.Manifest;

public sealed class ManifestTests
{
    private static readonly IReadOnlyList<YamlNode> Objects = Load();

    [Fact]
    public void It_holds_these_objects_and_no_others() => Assert.Equal(
    [
        "Namespace emojivoto",
        "ServiceAccount web", "Deployment web", "Service web-svc",
        "ServiceAccount emoji", "Deployment emoji", "Service emoji-svc",
        "ServiceAccount voting", "Deployment voting", "Service voting-svc",
        "Deployment vote-bot",
    ],
    Objects.Select(one => $"{one["kind"]} {one["metadata"]["name"]}"));

    [Fact]
    public void All_but_the_namespace_lie_in_it() =>
        Assert.All(Objects.Skip(1), one => Assert.Equal("emojivoto", Text(one["metadata"]["namespace"])));

    [Theory]
    [InlineData("web-svc", "http 80→8080")]
    [InlineData("emoji-svc", "grpc 8080→8080, prom 8801→8801")]
    [InlineData("voting-svc", "grpc 8080→8080, prom 8801→8801")]
    public void A_service_has_these_ports_and_selects_its_pods(string name, string expected)
    {
        var service = Find("Service", name);

        var ports = Items(service["spec"]["ports"]).Select(port => $"{port["name"]} {port["port"]}→{port["targetPort"]}");

        Assert.Equal(expected, string.Join(", ", ports));
        Assert.Equal(name, Text(service["spec"]["selector"]["app"]));
    }

    [Theory]
    [InlineData("web", "web-svc", "conduit.local/emojivoto-web:0.1.0", "http 8080")]
    [InlineData("emoji", "emoji-svc", "conduit.local/emojivoto-emoji-svc:0.1.0", "grpc 8080, prom 8801")]
    [InlineData("voting", "voting-svc", "conduit.local/emojivoto-voting-svc:0.1.0", "grpc 8080, prom 8801")]
    [InlineData("vote-bot", "vote-bot", "conduit.local/emojivoto-vote-bot:0.1.0", "")]
    public void A_deployment_runs_this_container(string name, string container, string image, string expectedPorts)
    {
        var template = Find("Deployment", name)["spec"]["template"];
        var only = Assert.Single(Items(template["spec"]["containers"]));

        Assert.Equal(container, Text(only["name"]));
        Assert.Equal(image, Text(only["image"]));
        Assert.Equal(container, Text(template["metadata"]["labels"]["app"]));
        Assert.Equal(expectedPorts, string.Join(", ", Optional(only, "ports").Select(port => $"{port["name"]} {port["containerPort"]}")));
        Assert.NotNull(only["resources"]["requests"]["cpu"]);
        Assert.NotNull(only["resources"]["requests"]["memory"]);
    }

    [Theory]
    [InlineData("web", "WEB_PORT=8080 EMOJISVC_HOST=emoji-svc.emojivoto:8080 VOTINGSVC_HOST=voting-svc.emojivoto:8080")]
    [InlineData("emoji", "GRPC_PORT=8080 PROM_PORT=8801")]
    [InlineData("voting", "GRPC_PORT=8080 PROM_PORT=8801")]
    [InlineData("vote-bot", "WEB_HOST=web-svc.emojivoto:80")]
    public void A_container_has_this_environment(string deployment, string expected)
    {
        var container = Items(Find("Deployment", deployment)["spec"]["template"]["spec"]["containers"])[0];

        Assert.Equal(expected, string.Join(' ', Items(container["env"]).Select(variable => $"{variable["name"]}={variable["value"]}")));
    }

    [Fact]
    public void The_mesh_is_named_only_where_it_says_how_to_run_a_container_locally()
    {
        var lines = File.ReadAllLines(Location)
            .Where(line => line.Contains("conduit", StringComparison.Ordinal))
            .Select(line => line.Trim())
            .ToList();

        Assert.Equal(12, lines.Count);
        Assert.Equal(4, lines.Count(line => line.StartsWith("image: conduit.local/emojivoto-", StringComparison.Ordinal)));
        Assert.Single(lines.Where(line => line.StartsWith("dev.conduit.io/build: ", StringComparison.Ordinal)).Distinct());
        Assert.Equal(
            ["Web", "Emoji", "Voting", "Bot"],
            lines.Where(line => line.StartsWith("dev.conduit.io/command: ", StringComparison.Ordinal)).Select(ProgramOf));
    }

    private static string Location => RepositoryFiles.At("samples", "emojivoto", "emojivoto.yml");

    // "dev.conduit.io/command: dotnet bin/Web/Emojivoto.Web.dll" → "Web", and the folder agrees with the file.
    private static string ProgramOf(string line)
    {
        var program = line.Split('/')[2];
        Assert.Equal($"dev.conduit.io/command: dotnet bin/{program}/Emojivoto.{program}.dll", line);
        return program;
    }

    private static YamlNode Find(string kind, string name) =>
        Objects.Single(one => Text(one["kind"]) == kind && Text(one["metadata"]["name"]) == name);

    private static string Text(YamlNode node) => Assert.IsType<YamlScalarNode>(node).Value!;

    private static IList<YamlNode> Items(YamlNode node) => Assert.IsType<YamlSequenceNode>(node).Children;

    private static IList<YamlNode> Optional(YamlNode parent, string key) =>
        Assert.IsType<YamlMappingNode>(parent).Children.TryGetValue(key, out var node) ? Items(node) : [];

    private static IReadOnlyList<YamlNode> Load()
    {
        using var reader = File.OpenText(Location);
        var stream = new YamlStream();
        stream.Load(reader);
        return [.. stream.Documents.Select(document => document.RootNode)];
    }
}
