using System.Net;
using System.Net.Sockets;
using Conduit.Init.Redirection;

namespace Conduit.Init.Tests.Namespaces;

/// <summary>A pod and the node it stands on: two network namespaces joined by a pair of virtual cards, with addresses of both families.</summary>
internal sealed class PodNetwork : IDisposable
{
    public const uint ProxyUser = 2102;

    private readonly NetworkNamespace _node = NetworkNamespace.Create();
    private readonly NetworkNamespace _pod = NetworkNamespace.Create();
    private readonly List<Socket> _sockets = [];
    private readonly IpFamily _family;

    public PodNetwork(IpFamily family)
    {
        _family = family;
        _pod.Start("ip", $"link add eth0 type veth peer name pod netns {_node.Handle}");
        SetUp(_node, "pod", host: 1);
        SetUp(_pod, "eth0", host: 2);
        _pod.Start("ip", "-4 route add default via 10.99.0.1");
        _pod.Start("ip", "-6 route add default via fd99::1");
    }

    public IPAddress NodeAddress => Address("10.99.0.1", "fd99::1");

    public IPAddress PodAddress => Address("10.99.0.2", "fd99::2");

    /// <summary>An address that nothing answers on, as a Service's is none that anything has.</summary>
    public IPAddress ServiceAddress => Address("10.98.0.7", "fd98::7");

    public IPAddress Loopback => Address("127.0.0.1", "::1");

    /// <summary>Runs the program under test in the pod and gives its output.</summary>
    public string Init(string arguments) => _pod.Start("dotnet", $"{Path.Combine(AppContext.BaseDirectory, "conduit-init.dll")} {arguments}");

    public string InPod(string program, string arguments) => _pod.Start(program, arguments);

    public Socket ListenInPod() => Listen(_pod);

    public Socket ListenOnNode() => Listen(_node);

    public Socket ConnectFromPod(IPAddress address, int port, uint user = 0) => Connect(_pod, address, port, user);

    public Socket ConnectFromNode(IPAddress address, int port) => Connect(_node, address, port, user: 0);

    public void Dispose()
    {
        _sockets.ForEach(socket => socket.Dispose());
        _pod.Dispose();
        _node.Dispose();
    }

    private static void SetUp(NetworkNamespace owner, string card, int host)
    {
        owner.Start("ip", $"address add 10.99.0.{host}/24 dev {card}");
        owner.Start("ip", $"address add fd99::{host}/64 dev {card} nodad");
        owner.Start("ip", $"link set {card} up");
    }

    private Socket Listen(NetworkNamespace owner)
    {
        var socket = Open(owner, user: 0);
        socket.Bind(new IPEndPoint(Address("0.0.0.0", "::"), 0));
        socket.Listen();
        return socket;
    }

    private Socket Connect(NetworkNamespace owner, IPAddress address, int port, uint user)
    {
        var socket = Open(owner, user);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        socket.ConnectAsync(new IPEndPoint(address, port), limit.Token).AsTask().GetAwaiter().GetResult();
        return socket;
    }

    private Socket Open(NetworkNamespace owner, uint user)
    {
        var family = _family == IpFamily.V4 ? AddressFamily.InterNetwork : AddressFamily.InterNetworkV6;
        var socket = owner.Run(() => new Socket(family, SocketType.Stream, ProtocolType.Tcp), user);
        _sockets.Add(socket);
        return socket;
    }

    private IPAddress Address(string v4, string v6) => IPAddress.Parse(_family == IpFamily.V4 ? v4 : v6);
}
