using System.Net.Sockets;
using Conduit.Kubernetes.Client;
using Conduit.Kubernetes.PortForward;
using Conduit.Kubernetes.Tests.Servers;
using Conduit.Model.Addresses;
using Conduit.Testing.Logging;
using Conduit.Testing.Time;
using Microsoft.Extensions.Logging;

namespace Conduit.Kubernetes.Tests.PortForward;

public sealed class PortForwardListenerTests : ApiServerTest, IDisposable
{
    private readonly TestLog _log = new();
    private readonly CancellationTokenSource _stop = new();
    private PortForwardListener _listener = null!;
    private Task _running = Task.CompletedTask;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _listener = new PortForwardListener(
            port: null,
            cancellationToken => Client.PortForwardAsync(new ObjectName("conduit", "controller-1"), new Port(8084), cancellationToken),
            _log.CreateLogger<PortForwardListener>());
        _running = _listener.RunAsync(_stop.Token);
    }

    public override async Task DisposeAsync()
    {
        await _stop.CancelAsync();
        await Eventually.Ends(_running);
        await base.DisposeAsync();
    }

    public void Dispose()
    {
        _stop.Dispose();
        _listener.Dispose();
        _log.Dispose();
    }

    [Fact]
    public async Task Each_caller_gets_a_connection_of_its_own()
    {
        Server.OnPortForward(pod => pod.EchoAsync());

        using var first = await ConnectAsync();
        using var second = await ConnectAsync();

        Assert.Equal("two", await AskAsync(second, "two"));
        Assert.Equal("one", await AskAsync(first, "one"));
        Assert.Equal(2, Server.Requests.Count);
    }

    [Fact]
    public async Task A_connection_that_cannot_be_made_closes_the_callers_and_no_other()
    {
        Server.On(FakePod.Path, context => context.StatusAsync(404, "NotFound", "pods \"controller-1\" not found"));
        using var refused = await ConnectAsync();
        Assert.Equal(0, await Eventually.Ends(refused.GetStream().ReadAsync(new byte[1]).AsTask()));

        Server.OnPortForward(pod => pod.EchoAsync());
        using var served = await ConnectAsync();
        Assert.Equal("hello", await AskAsync(served, "hello"));

        await Eventually.Holds(() => _log.Lines.Any(line => line.Message.Contains("Pods \"controller-1\" not found", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_pod_that_hangs_up_hangs_up_on_the_caller()
    {
        Server.OnPortForward(pod => pod.SendAsync("bye"u8.ToArray()));
        using var caller = await ConnectAsync();
        using var reader = new StreamReader(caller.GetStream());

        Assert.Equal("bye", await Eventually.Ends(reader.ReadToEndAsync()));
    }

    private static async Task<string> AskAsync(TcpClient caller, string question)
    {
        var answer = new byte[question.Length];
        await caller.GetStream().WriteAsync(System.Text.Encoding.ASCII.GetBytes(question));
        await Eventually.Ends(caller.GetStream().ReadExactlyAsync(answer).AsTask());
        return System.Text.Encoding.ASCII.GetString(answer);
    }

    private async Task<TcpClient> ConnectAsync()
    {
        var caller = new TcpClient();
        await Eventually.Ends(caller.ConnectAsync(_listener.LocalEndPoint));
        return caller;
    }
}
