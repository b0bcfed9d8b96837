using System.Net;
using System.Net.Sockets;
using Conduit.Init.Redirection;
using Conduit.Init.Tests.Namespaces;

namespace Conduit.Init.Tests;

/// <summary>The program itself, with real rules, in network namespaces that stand for a pod and its node.</summary>
public sealed class RedirectionInANamespaceTests
{
    public static TheoryData<string, string> EveryBackendAndFamily { get; } = new()
    {
        { "nft", nameof(IpFamily.V4) },
        { "nft", nameof(IpFamily.V6) },
        { "legacy", nameof(IpFamily.V4) },
        { "legacy", nameof(IpFamily.V6) },
    };

    [NamespaceTheory]
    [MemberData(nameof(EveryBackendAndFamily))]
    public async Task What_leaves_the_pod_goes_to_the_outbound_listener(string backend, string family)
    {
        using var network = Network(family);
        var (_, outbound) = Redirect(network, backend);

        using var client = network.ConnectFromPod(network.ServiceAddress, 80);

        Assert.Equal(new IPEndPoint(network.ServiceAddress, 80), await DestinationOfNextAsync(outbound));
    }

    [NamespaceTheory]
    [MemberData(nameof(EveryBackendAndFamily))]
    public async Task What_comes_to_the_pod_goes_to_the_inbound_listener(string backend, string family)
    {
        using var network = Network(family);
        var (inbound, _) = Redirect(network, backend);

        using var client = network.ConnectFromNode(network.PodAddress, 8080);

        Assert.Equal(new IPEndPoint(network.PodAddress, 8080), await DestinationOfNextAsync(inbound));
    }

    [NamespaceTheory]
    [MemberData(nameof(EveryBackendAndFamily))]
    public async Task Ignored_ports_go_straight(string backend, string family)
    {
        using var network = Network(family);
        var application = network.ListenInPod();
        var remote = network.ListenOnNode();
        Redirect(network, backend, $"--inbound-ports-to-ignore {PortOf(application)} --outbound-ports-to-ignore 1,{PortOf(remote)}-65535");

        using var inward = network.ConnectFromNode(network.PodAddress, PortOf(application));
        using var outward = network.ConnectFromPod(network.NodeAddress, PortOf(remote));

        await AssertReachedAsync(application);
        await AssertReachedAsync(remote);
    }

    [NamespaceTheory]
    [MemberData(nameof(EveryBackendAndFamily))]
    public async Task Ignored_subnets_are_reached_and_reach_the_pod_straight(string backend, string family)
    {
        using var network = Network(family);
        var application = network.ListenInPod();
        var remote = network.ListenOnNode();
        Redirect(network, backend, "--subnets-to-ignore 10.99.0.0/24,fd99::/64");

        using var inward = network.ConnectFromNode(network.PodAddress, PortOf(application));
        using var outward = network.ConnectFromPod(network.NodeAddress, PortOf(remote));

        await AssertReachedAsync(application);
        await AssertReachedAsync(remote);
    }

    [NamespaceTheory]
    [MemberData(nameof(EveryBackendAndFamily))]
    public async Task The_proxy_reaches_the_world_without_meeting_itself(string backend, string family)
    {
        using var network = Network(family);
        var remote = network.ListenOnNode();
        Redirect(network, backend);

        using var client = network.ConnectFromPod(network.NodeAddress, PortOf(remote), PodNetwork.ProxyUser);

        await AssertReachedAsync(remote);
    }

    [NamespaceTheory]
    [MemberData(nameof(EveryBackendAndFamily))]
    public async Task An_application_reaches_its_own_service(string backend, string family)
    {
        using var network = Network(family);
        var application = network.ListenInPod();
        var (_, outbound) = Redirect(network, backend);

        using var call = network.ConnectFromPod(network.ServiceAddress, 80);
        Assert.Equal(new IPEndPoint(network.ServiceAddress, 80), await DestinationOfNextAsync(outbound));

        // The outbound side chooses this very pod; its connection must end at the application, not at a proxy again.
        using var hop = network.ConnectFromPod(network.PodAddress, PortOf(application), PodNetwork.ProxyUser);
        await AssertReachedAsync(application);
    }

    [NamespaceTheory]
    [MemberData(nameof(EveryBackendAndFamily))]
    public async Task Inside_the_pod_nothing_is_redirected(string backend, string family)
    {
        using var network = Network(family);
        var application = network.ListenInPod();
        Redirect(network, backend);

        using var byLoopback = network.ConnectFromPod(network.Loopback, PortOf(application));
        using var byOwnAddress = network.ConnectFromPod(network.PodAddress, PortOf(application));

        await AssertReachedAsync(application);
        await AssertReachedAsync(application);
    }

    [NamespaceTheory]
    [MemberData(nameof(EveryBackendAndFamily))]
    public void A_second_run_changes_nothing(string backend, string family)
    {
        using var network = Network(family);
        var arguments = $"-p 4143 -o 4140 -u 2102 -r 80,8000-8010 --outbound-ports-to-ignore 25 --iptables-mode {backend} --ipv6 true";
        var program = $"{(family == nameof(IpFamily.V4) ? "iptables" : "ip6tables")}-{backend}";
        network.Init(arguments);
        var once = network.InPod(program, "-t nat -S");

        network.Init(arguments);

        Assert.Contains("-A OUTPUT", once, StringComparison.Ordinal);
        Assert.Equal(once, network.InPod(program, "-t nat -S"));
    }

    private static PodNetwork Network(string family) => new(Enum.Parse<IpFamily>(family));

    private static (Socket Inbound, Socket Outbound) Redirect(PodNetwork network, string backend, string further = "")
    {
        var inbound = network.ListenInPod();
        var outbound = network.ListenInPod();
        network.Init($"-p {PortOf(inbound)} -o {PortOf(outbound)} -u {PodNetwork.ProxyUser} --iptables-mode {backend} {further}");
        return (inbound, outbound);
    }

    private static async Task<IPEndPoint> DestinationOfNextAsync(Socket listener)
    {
        using var accepted = await AcceptAsync(listener);
        return OriginalDestination.Of(accepted);
    }

    private static async Task AssertReachedAsync(Socket listener)
    {
        using var accepted = await AcceptAsync(listener);
        Assert.True(accepted.Connected);
    }

    private static async Task<Socket> AcceptAsync(Socket listener)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        return await listener.AcceptAsync(limit.Token);
    }

    private static int PortOf(Socket listener) => ((IPEndPoint)listener.LocalEndPoint!).Port;
}
