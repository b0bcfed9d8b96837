using System.Net;
using Conduit.Proxy.Hosting.Settings;

namespace Conduit.Proxy.Tests.Hosting.Settings;

public sealed class ProxyOptionsReaderTests
{
    [Fact]
    public void Only_the_namespace_is_required()
    {
        var options = Read((SettingNames.PodNamespace, "shop"));

        Assert.Equal("shop", options.PodNamespace);
        Assert.Equal(new IPEndPoint(IPAddress.Loopback, 4140), options.PrivateListener);
        Assert.Equal(new IPEndPoint(IPAddress.Any, 4143), options.PublicListener);
        Assert.Equal(new IPEndPoint(IPAddress.Loopback, 4191), options.MetricsListener);
        Assert.Equal(TimeSpan.FromMilliseconds(300), options.PrivateConnectTimeout);
        Assert.Equal(TimeSpan.FromSeconds(1), options.PublicConnectTimeout);
        Assert.Equal(TimeSpan.FromSeconds(10), options.BindTimeout);
        Assert.Equal(new RouterOptions(10_000, TimeSpan.FromSeconds(60)), options.InboundRouter);
        Assert.Equal("25,3306", options.OutboundOpaquePorts.ToString());
        Assert.Equal(TimeSpan.FromSeconds(5), options.DrainDelay);
        Assert.Equal(TimeSpan.FromSeconds(25), options.Grace);
        Assert.Equal(TimeSpan.FromMinutes(10), options.MetricsRetainIdle);
        Assert.Null(options.ControlUrl);
        Assert.False(options.ParentPipe);
    }

    [Fact]
    public void Forwards_and_upstreams_take_the_place_of_the_transparent_listeners()
    {
        var options = Read(
            (SettingNames.PodNamespace, "shop"),
            (SettingNames.Forwards, "tcp://127.0.0.1:9001=tcp://127.0.0.1:8080, tcp://127.0.0.1:9002=tcp://127.0.0.1:8081"),
            (SettingNames.Upstreams, "tcp://127.0.0.1:9003=emoji-svc.emojivoto:8080"));

        Assert.Null(options.PublicListener);
        Assert.Null(options.PrivateListener);
        Assert.Equal([(9001, 8080), (9002, 8081)], options.Forwards.Select(forward => (forward.Listener.Port, forward.Target.Port)));
        Assert.Equal((9003, "emoji-svc.emojivoto:8080"), (options.Upstreams.Single().Listener.Port, options.Upstreams.Single().Authority));
    }

    [Fact]
    public void A_transparent_listener_that_is_named_stands_beside_them()
    {
        var options = Read(
            (SettingNames.PodNamespace, "shop"),
            (SettingNames.Forwards, "tcp://127.0.0.1:9001=tcp://127.0.0.1:8080"),
            (SettingNames.PublicListener, "tcp://127.0.0.1:4143"));

        Assert.Equal(4143, options.PublicListener?.Port);
    }

    [Fact]
    public void Every_problem_is_told_at_once_with_name_and_value()
    {
        var read = ProxyOptionsReader.Read(new Dictionary<string, string>
        {
            [SettingNames.BindTimeout] = "10",
            [SettingNames.PrivateListener] = "tcp://localhost:4140",
            [SettingNames.InboundRouterCapacity] = "0",
            [SettingNames.OutboundOpaquePorts] = "25,x",
            [SettingNames.Forwards] = "tcp://127.0.0.1:1=tcp://127.0.0.1:2,nonsense",
            [SettingNames.HttpEngine] = "steam",
            [SettingNames.ParentPipe] = "yes",
            [SettingNames.ControlUrl] = "tcp://host:0",
            [SettingNames.ControlListener] = "4190",
        });

        Assert.Null(read.Options);
        Assert.Equal(
            [
                (SettingNames.ParentPipe, "yes"),
                (SettingNames.BindTimeout, "10"),
                (SettingNames.ControlListener, "4190"),
                (SettingNames.ControlUrl, "tcp://host:0"),
                (SettingNames.Forwards, "nonsense"),
                (SettingNames.HttpEngine, "steam"),
                (SettingNames.InboundRouterCapacity, "0"),
                (SettingNames.OutboundOpaquePorts, "25,x"),
                (SettingNames.PodNamespace, null),
                (SettingNames.PrivateListener, "tcp://localhost:4140"),
            ],
            read.Problems.Select(problem => (problem.Name, problem.Value)).Order());
        Assert.Contains(read.Problems, problem => problem.ToString() ==
            "CONDUIT_PROXY_BIND_TIMEOUT=\"10\" is not valid; it must be a whole number and a unit (ms, s, m, h, d), such as 300ms");
    }

    private static ProxyOptions Read(params (string Name, string Value)[] environment)
    {
        var read = ProxyOptionsReader.Read(environment.ToDictionary(pair => pair.Name, pair => pair.Value));
        Assert.Empty(read.Problems);
        return read.Options!;
    }
}
