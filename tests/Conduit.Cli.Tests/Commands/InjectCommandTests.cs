using Conduit.Cli.Hosting;
using Conduit.Cli.Tests.Running;
using Conduit.Operations.Rendering;
using Conduit.Testing.Snapshots;

namespace Conduit.Cli.Tests.Commands;

public sealed class InjectCommandTests
{
    private const string Deployment = """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web   # the page
        spec:
          template:
            spec:
              containers:
              - name: web
                image: web:1
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web-svc}
        """;

    [Fact]
    public async Task The_manifest_goes_to_stdout_and_a_line_for_each_object_to_stderr()
    {
        var result = await new TestCli { Input = Deployment }.InvokeAsync("inject -");

        Assert.Equal(ExitCode.Ok, result.ExitCode);
        Assert.Equal("deployment \"web\" injected\nservice \"web-svc\" skipped: not a workload\n", result.Error);
        Snapshot.Match(result.Out, "yml");
    }

    [Fact]
    public async Task Uninject_gives_the_manifest_back()
    {
        var injected = await new TestCli { Input = Deployment }.InvokeAsync("inject -");

        var result = await new TestCli { Input = injected.Out }.InvokeAsync("uninject -");

        Assert.Equal(Deployment, result.Out);
        Assert.Equal("deployment \"web\" uninjected\nservice \"web-svc\" skipped: not injected\n", result.Error);
    }

    [Theory]
    [InlineData("inject")]
    [InlineData("uninject")]
    public async Task Without_a_file_it_asks_for_one(string verb)
    {
        var result = await TestCli.RunAsync(verb);

        Assert.Equal((ExitCode.Failed, "", "error: please specify a kubernetes resource file\n"), (result.ExitCode, result.Out, result.Error));
    }

    [Fact]
    public async Task Bad_yaml_leaves_stdout_empty()
    {
        var result = await new TestCli { Input = Deployment + "\n---\na: [\n" }.InvokeAsync("inject -");

        Assert.Equal((ExitCode.Failed, ""), (result.ExitCode, result.Out));
        Assert.Equal(
            "error: injecting conduit proxy: standard input: document 3, line 17, column 1: "
                + "while parsing a node, did not find expected node content\n",
            result.Error);
    }

    [Fact]
    public async Task Every_wrong_flag_is_told_at_once()
    {
        var result = await TestCli.RunAsync("inject - --proxy-uid root --skip-inbound-ports a --proxy-cpu-limit=1 --proxy-cpu-request=2");

        Assert.Equal((ExitCode.Misuse, ""), (result.ExitCode, result.Out));
        Assert.Equal(
            [
                "error: --proxy-uid: expected a user id of 1 or more, got \"root\"",
                "--skip-inbound-ports: expected ports and ranges such as 25,8000-8010, got \"a\"",
                "proxy-cpu-limit 1 is below proxy-cpu-request 2",
            ],
            result.Error.TrimEnd('\n').Split('\n'));
    }

    [Theory]
    [InlineData("inject --skip-inbound-ports 80 --skip-inbound-ports=90-95,99 -", "\"80,90-95,99,4190,4191\"")]
    [InlineData("inject -v 1.2.3 -", "conduit.local/proxy:1.2.3")]
    [InlineData("inject --registry example.org/mesh -", "example.org/mesh/proxy:")]
    [InlineData("inject -c mesh -", "proxy-api.mesh.svc.cluster.local")]
    [InlineData("inject --native-sidecar -", "restartPolicy: Always")]
    public async Task A_flag_shows_in_the_manifest(string line, string expected)
    {
        var result = await new TestCli { Input = Deployment }.InvokeAsync(line);

        Assert.Contains(expected, result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_environment_says_what_no_flag_says()
    {
        var cli = new TestCli { Input = Deployment, Environment = new() { Rendering = new RenderEnvironment("example.org", "false") } };

        var result = await cli.InvokeAsync("inject -");

        Assert.Contains("example.org/proxy:", result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("restartPolicy: Always", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_flag_beats_the_environment()
    {
        var cli = new TestCli { Input = Deployment, Environment = new() { Rendering = new RenderEnvironment("example.org", "false") } };

        var result = await cli.InvokeAsync("inject - --registry=other.example --native-sidecar=true");

        Assert.Contains("other.example/proxy:", result.Out, StringComparison.Ordinal);
        Assert.Contains("restartPolicy: Always", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_environment_stops_only_the_verbs_that_it_is_about()
    {
        var environment = new CliEnvironment { Rendering = new RenderEnvironment(NativeSidecar: "maybe") };

        var inject = await new TestCli { Environment = environment, Input = Deployment }.InvokeAsync("inject -");
        var version = await new TestCli { Environment = environment }.InvokeAsync("version --client");

        Assert.Equal((ExitCode.Misuse, "error: CONDUIT_NATIVE_SIDECAR: expected true or false, got \"maybe\"\n"), (inject.ExitCode, inject.Error));
        Assert.Equal(ExitCode.Ok, version.ExitCode);
    }

    [Fact]
    public async Task Warnings_follow_their_object()
    {
        var job = "apiVersion: batch/v1\nkind: Job\nmetadata: {name: j}\nspec: {template: {spec: {containers: [{name: a}]}}}\n";

        var result = await new TestCli { Input = job }.InvokeAsync("inject - --native-sidecar=false");

        Assert.Equal(
            "job \"j\" injected\n"
                + "warning: job \"j\": its proxy keeps it from completing: the job must end with POST 127.0.0.1:4191/shutdown\n",
            result.Error);
    }

    [Fact]
    public async Task An_input_without_objects_is_noted()
    {
        var result = await new TestCli { Input = "# nothing\n" }.InvokeAsync("inject -");

        Assert.Equal(("# nothing\n", "note: there is no Kubernetes object in the input\n"), (result.Out, result.Error));
    }
}
