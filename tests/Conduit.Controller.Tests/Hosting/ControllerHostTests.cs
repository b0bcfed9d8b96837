using System.Net;
using Conduit.Controller.Cluster;
using Conduit.Controller.Hosting;
using Conduit.Controller.Listeners;
using Conduit.Controller.Settings;
using Conduit.Controller.Tests.Doubles;
using Conduit.Grpc;
using Conduit.Kubernetes.Client;
using Conduit.Kubernetes.Configuration;
using Conduit.Protocol;
using Conduit.Protocol.Common;
using Conduit.Protocol.Destinations;
using Conduit.Protocol.Public;
using Conduit.Testing.Logging;
using Conduit.Testing.Time;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Conduit.Controller.Tests.Hosting;

public sealed class ControllerHostTests
{
    [Fact]
    public async Task Each_port_serves_its_own_services_and_no_others()
    {
        await using var controller = await RunningController.StartAsync(Mesh.Small());
        var version = GrpcMethod.Create<VersionRequest, VersionInfo>(ApiMethods.Version);
        var get = GrpcMethod.Create<Destination, Update>(ProxyMethods.GetDestination);

        var onProxyPort = await Assert.ThrowsAsync<RpcException>(
            () => Eventually.Ends(controller.ProxyApi.AsyncUnaryCall(version, null, default, new VersionRequest()).ResponseAsync));
        using var onApiPort = controller.Api.AsyncServerStreamingCall(
            get, null, RunningController.As("emojivoto/web-1"), new Destination { Path = "web-svc.emojivoto:80" });
        var refused = await Assert.ThrowsAsync<RpcException>(() => Eventually.Ends(onApiPort.ResponseStream.MoveNext(CancellationToken.None)));

        Assert.Equal((StatusCode.Unimplemented, StatusCode.Unimplemented), (onProxyPort.StatusCode, refused.StatusCode));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(controller, Listener.Web, "/metrics"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(controller, Listener.Admin, "/"));
    }

    [Fact]
    public async Task The_controller_is_ready_once_it_has_a_picture()
    {
        await using var controller = await RunningController.StartAsync();
        Assert.Equal("pong\n", await controller.Http.GetStringAsync(controller.Url(Listener.Admin, "/ping")));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusAsync(controller, Listener.Admin, "/ready"));

        await controller.PublishAsync(Mesh.Small());

        Assert.Equal("ok\n", await controller.Http.GetStringAsync(controller.Url(Listener.Admin, "/ready")));
    }

    [Fact]
    public async Task Metrics_tell_of_the_controller_and_its_process()
    {
        await using var controller = await RunningController.StartAsync(Mesh.Small());

        var lines = (await controller.Http.GetStringAsync(controller.Url(Listener.Admin, "/metrics"))).Split('\n');

        Assert.Contains("conduit_cluster_pods 2", lines);
        Assert.Contains("conduit_proxies_connected 0", lines);
        Assert.Contains("# TYPE conduit_ring_series_overflow_total counter", lines);
        Assert.Contains(lines, line => line.StartsWith("process_resident_memory_bytes ", StringComparison.Ordinal));
        Assert.All(lines, line => Assert.Matches("^(#.*|[a-z_]+(\\{.*\\})? [0-9.E+-]+|)$", line));
    }

    [Theory]
    [InlineData("127.0.0.1:8084", HttpStatusCode.OK)]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("LOCALHOST:50000", HttpStatusCode.OK)]
    [InlineData("[::1]:8084", HttpStatusCode.OK)]
    [InlineData("rebound.example.com:8084", HttpStatusCode.Forbidden)]
    [InlineData("127.0.0.1.example.com", HttpStatusCode.Forbidden)]
    public async Task The_dashboard_answers_under_the_names_of_this_machine_only(string host, HttpStatusCode expected)
    {
        await using var controller = await RunningController.StartAsync();
        using var request = new HttpRequestMessage(System.Net.Http.HttpMethod.Get, controller.Url(Listener.Web, "/"));
        request.Headers.Host = host;

        using var response = await controller.Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();

        Assert.Equal(expected, response.StatusCode);
        Assert.Equal(expected == HttpStatusCode.OK, text.Contains("<title>Conduit</title>", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_state_file_the_controller_follows_the_kubernetes_api()
    {
        using var log = new TestLog();
        using var kubernetes = new FakeKubernetes();
        kubernetes.Put(Shop.Objects);
        await using var host = ControllerHost.Create(Anywhere, logging => logging.AddProvider(log), services => services
            .AddSingleton(new KubernetesClientConfiguration { Host = new Uri("https://10.0.0.1"), Source = "a test" })
            .AddSingleton<IKubernetes>(kubernetes));
        await Eventually.Ends(host.StartAsync(CancellationToken.None));

        var cluster = host.Services.GetRequiredService<ClusterStore>();
        await Eventually.Holds(() => cluster.HasPicture);

        Assert.Equal("web", Assert.Single(cluster.Current.State.Services).Name);
        await Eventually.Ends(host.StopAsync(CancellationToken.None));
    }

    [Fact]
    public void A_kubeconfig_that_is_missing_stops_the_controller_before_it_listens()
    {
        using var log = new TestLog();

        var failure = Assert.Throws<KubeConfigException>(
            () => ControllerHost.Create(Anywhere with { Kubeconfig = "/nowhere/config" }, logging => logging.AddProvider(log)));

        Assert.Contains("/nowhere/config", failure.Message, StringComparison.Ordinal);
    }

    private static ControllerOptions Anywhere
    {
        get
        {
            var any = IPEndPoint.Parse("127.0.0.1:0");
            return new ControllerOptions { ApiAddress = any, ProxyApiAddress = any, WebAddress = any, AdminAddress = any };
        }
    }

    private static async Task<HttpStatusCode> StatusAsync(RunningController controller, Listener listener, string path)
    {
        using var response = await controller.Http.GetAsync(controller.Url(listener, path));
        return response.StatusCode;
    }
}
