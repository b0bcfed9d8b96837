using Conduit.EndToEnd.Clusters;
using Conduit.EndToEnd.Meshes;
using Conduit.TestPod.Calls;
using Conduit.TestPod.Servers;
using Xunit.Abstractions;

namespace Conduit.EndToEnd.Transparency;

/// <summary>Pods whose traffic iptables redirects, and who do not notice.</summary>
[Collection(MeshCollection.Name)]
public sealed class TransparencyTests(MeshFixture mesh, ITestOutputHelper output)
{
    private readonly Story _story = new(output, MeshFixture.ControlPlaneName, TestPods.Space);

    [Fact]
    public Task Both_proxies_are_on_the_path() => _story.StepAsync("who calls the server", async () =>
    {
        var visit = await mesh.Pods.Visitor.VisitAsync("http://server:8080/");

        // The server's own proxy dials it from inside the pod.
        Assert.Equal(mesh.Pods.Server.Address, visit.From);
        Assert.Equal("server:8080", visit.Host);
    });

    [Fact]
    public Task Ports_that_are_skipped_on_both_sides_have_no_proxy_on_the_path() => _story.StepAsync("who calls the skipped port", async () =>
        Assert.Equal(mesh.Pods.VisitorPod.Address, (await mesh.Pods.Visitor.VisitAsync("http://server:8081/")).From));

    [Theory]
    [InlineData("server")]
    [InlineData("unmeshed")]
    public Task Plain_TCP_passes_in_both_directions(string service) => _story.StepAsync($"echo of {service}", async () =>
        Assert.Equal("one two three", await mesh.Pods.Visitor.DialAsync(service, PodPorts.Echo, "one two three")));

    [Theory]
    [InlineData("server")]
    [InlineData("unmeshed")]
    public Task A_server_that_speaks_first_is_heard(string service) => _story.StepAsync($"greeting of {service}", async () =>
        Assert.Equal("220 hello", await mesh.Pods.Visitor.DialAsync(service, PodPorts.Greeter)));

    [Fact]
    public Task An_app_reaches_itself_through_its_own_service() => _story.StepAsync("the visitor calls itself", async () =>
        Assert.Equal(mesh.Pods.VisitorPod.Name, (await mesh.Pods.Visitor.VisitAsync("http://visitor/")).Pod));

    [Fact]
    public Task A_call_to_the_proxys_own_listener_is_refused_as_a_loop() => _story.StepAsync("a call to 4143", async () =>
    {
        using var caller = new Caller(TimeProvider.System);

        var result = await caller.CallAsync(new Uri($"http://{mesh.Pods.Server.Address}:4143/"), CancellationToken.None);

        Assert.Equal(508, result.Status);
        Assert.Contains("loop", result.ConduitError, StringComparison.Ordinal);
    });

    [Fact]
    public Task A_port_that_the_app_bound_to_loopback_stays_private() => _story.StepAsync("a call to a private port", async () =>
    {
        var result = await mesh.Pods.Visitor.CallAsync($"http://server:{PodPorts.Private}/");

        Assert.Equal(502, result.Status);
        Assert.Contains("connect", result.ConduitError, StringComparison.Ordinal);
    });

    [Fact]
    public Task A_call_from_outside_the_mesh_is_served_as_well() => _story.StepAsync("a call from this machine", async () =>
    {
        using var caller = new Caller(TimeProvider.System);

        var result = await caller.CallAsync(new Uri($"http://{mesh.Pods.Server.Address}:8080/"), CancellationToken.None);

        Assert.Contains(mesh.Pods.Server.Name, result.Body, StringComparison.Ordinal);
    });
}
