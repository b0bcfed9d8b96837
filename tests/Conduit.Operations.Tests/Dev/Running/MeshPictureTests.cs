using Conduit.Model.Cluster;
using Conduit.Operations.Dev.Planning;
using Conduit.Operations.Dev.Processes;
using Conduit.Operations.Dev.Running;
using Conduit.Operations.Tests.Dev.Planning;

namespace Conduit.Operations.Tests.Dev.Running;

public sealed class MeshPictureTests
{
    private static readonly DevPlan Plan = PlanFixture.Plan(
        PlanFixture.Deployment("web", "ports: [{containerPort: 8080}]") + PlanFixture.Service("web", "{port: 80, targetPort: 8080}"));

    private static readonly ProcessStatus Ready = new()
    {
        Phase = ProcessPhase.Ready,
        Identity = new ProcessIdentity(7, DateTimeOffset.UnixEpoch),
        StartedAt = DateTimeOffset.UnixEpoch,
    };

    [Fact]
    public void Before_anything_starts_pods_are_pending_and_nothing_is_ready()
    {
        var mesh = Picture(new ProcessStatus(), new ProcessStatus());

        Assert.Equal((PodPhase.Pending, "Pending", false, true), (Pod(mesh).Phase, Pod(mesh).Status, Pod(mesh).Ready, Pod(mesh).Meshed));
        Assert.False(Endpoint(mesh).Ready);
    }

    [Fact]
    public void A_pod_and_its_endpoints_are_ready_when_app_and_proxy_are()
    {
        var mesh = Picture(Ready, Ready with { Restarts = 2 });

        Assert.Equal(("Running", true, 2, "127.0.0.1"), (Pod(mesh).Status, Pod(mesh).Ready, Pod(mesh).Restarts, Pod(mesh).Ip));
        Assert.Equal(DateTimeOffset.UnixEpoch, Pod(mesh).StartedAt);
        Assert.True(Endpoint(mesh).Ready);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_pod_without_its_proxy_or_its_app_is_not(bool proxyFails)
    {
        var failing = new ProcessStatus { Phase = ProcessPhase.BackingOff, Restarts = 1, Message = "exited with 137" };
        var mesh = proxyFails ? Picture(failing, Ready) : Picture(Ready, failing);

        var message = $"{(proxyFails ? "conduit-proxy" : "main")} exited with 137";
        Assert.Equal(("CrashLoopBackOff", false, message), (Pod(mesh).Status, Pod(mesh).Ready, Pod(mesh).Message));
        Assert.False(Endpoint(mesh).Ready);
    }

    [Theory]
    [InlineData("Completed", "Succeeded", "Completed")]
    [InlineData("Failed", "Failed", "Error")]
    public void An_app_that_ran_once_decides_the_phase(string app, string phase, string status)
    {
        var mesh = Picture(Ready, new ProcessStatus { Phase = Enum.Parse<ProcessPhase>(app) });

        Assert.Equal((phase, status, false), (Pod(mesh).Phase.ToString(), Pod(mesh).Status, Pod(mesh).Ready));
    }

    [Fact]
    public void Every_process_is_listed_so_that_it_can_be_swept()
    {
        var mesh = Picture(Ready, Ready);

        Assert.Equal(["controller", "conduit-proxy", "main"], mesh.Processes.Select(process => process.Name));
        Assert.All(mesh.Processes.Skip(1), process => Assert.Equal(7, process.Identity!.ProcessId));
    }

    private static DevMesh Picture(ProcessStatus proxy, ProcessStatus app)
    {
        using var probes = new HttpClient();
        var plans = new ProcessPlans(Plan, StandIns.StandIn.Runtime, "/state/test.json", "secret", probes).All();
        return new MeshPicture(Plan, ProcessTable.Current(), "secret", "0.1.0").Of([.. plans.Zip([Ready, proxy, app])]);
    }

    private static Pod Pod(DevMesh mesh) => Assert.Single(mesh.Cluster.Pods);

    private static Endpoint Endpoint(DevMesh mesh) => mesh.Cluster.Services[0].Ports[0].Endpoints[0];
}
