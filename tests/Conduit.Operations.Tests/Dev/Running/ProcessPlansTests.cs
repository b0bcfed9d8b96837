using Conduit.Model.Addresses;
using Conduit.Model.Cluster;
using Conduit.Operations.Dev;
using Conduit.Operations.Dev.Running;
using Conduit.Operations.Tests.Dev.Planning;
using Conduit.Testing.Repository;
using Conduit.Testing.Snapshots;

namespace Conduit.Operations.Tests.Dev.Running;

public sealed class ProcessPlansTests
{
    private static readonly DevRuntime Runtime = new()
    {
        Host = "/sdk/dotnet",
        ControllerAssembly = "/conduit/runtime/controller/conduit-controller.dll",
        ProxyAssembly = "/conduit/runtime/proxy/conduit-proxy.dll",
        SampleManifest = "",
    };

    [Fact]
    public void Controller_and_proxies_of_the_sample_are_started_as_recorded()
    {
        var text = All(File.ReadAllText(RepositoryFiles.At("samples", "emojivoto", "emojivoto.yml")))
            .Where(process => process.Role != DevProcessRole.App)
            .Select(process => $"""
                {process.FullName} (holds input: {process.Spec.HoldsInput})
                  {string.Join(' ', process.Spec.Arguments.Prepend(process.Spec.Program))}
                {string.Join('\n', process.Spec.Environment.Select(variable => $"    {variable.Key}={variable.Value}"))}
                """);

        Snapshot.Match(string.Join("\n", text));
    }

    [Fact]
    public void A_proxy_without_services_and_upstreams_is_told_so_that_it_does_not_wait_for_iptables()
    {
        var proxy = All(PlanFixture.Deployment("worker")).Single(process => process.Role == DevProcessRole.Proxy);

        Assert.Equal(("", ""), (proxy.Spec.Environment["CONDUIT_PROXY_FORWARDS"], proxy.Spec.Environment["CONDUIT_PROXY_UPSTREAMS"]));
    }

    [Fact]
    public void An_app_finds_dotnet_and_has_its_planned_environment()
    {
        var app = All(PlanFixture.Deployment("web", "ports: [{containerPort: 8080}]\nenv: [{name: PORT, value: '8080'}]"))[^1];

        Assert.Equal("10004", app.Spec.Environment["PORT"]);
        Assert.EndsWith(Path.PathSeparator + "/sdk", app.Spec.Environment["PATH"], StringComparison.Ordinal);
        Assert.Equal("/app", app.Spec.Folder);
        Assert.Equal([new Port(10004)], app.Ports.AsEnumerable());
    }

    private static IReadOnlyList<ProcessPlan> All(string manifest)
    {
        using var probes = new HttpClient();
        return [.. new ProcessPlans(PlanFixture.Plan(manifest), Runtime, "/state/test.json", "secret", probes).All()];
    }
}
