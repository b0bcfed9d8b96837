using System.Net.WebSockets;
using System.Text;
using Conduit.Kubernetes.Client;
using Conduit.Kubernetes.Failures;
using Conduit.Kubernetes.Tests.Servers;
using Conduit.Model.Addresses;
using Conduit.Testing.Time;

namespace Conduit.Kubernetes.Tests.PortForward;

public sealed class PortForwardStreamTests : ApiServerTest
{
    private static readonly ObjectName Pod = new("conduit", "controller-1");

    [Fact]
    public async Task Bytes_go_both_ways_whole_and_in_order()
    {
        Server.OnPortForward(pod => pod.EchoAsync());
        var sent = new byte[300_000];
        new Random(1).NextBytes(sent);
        var got = new byte[sent.Length];
        await using var stream = await ConnectAsync();

        var writing = stream.WriteAsync(sent).AsTask();
        await Eventually.Ends(stream.ReadExactlyAsync(got).AsTask());
        await Eventually.Ends(writing);

        Assert.Equal(sent, got);
        Assert.Equal("GET /api/v1/namespaces/conduit/pods/controller-1/portforward?ports=8085", Server.Requests[0].Line);
    }

    [Fact]
    public async Task Messages_in_pieces_and_empty_ones_are_put_together()
    {
        Server.OnPortForward(async pod =>
        {
            await pod.SendAsync(ReadOnlyMemory<byte>.Empty);
            await pod.SendAsync(new byte[] { 0 }, WebSocketMessageType.Binary, endOfMessage: false, CancellationToken.None);
            await pod.SendAsync("one "u8.ToArray(), WebSocketMessageType.Binary, endOfMessage: false, CancellationToken.None);
            await pod.SendAsync("two"u8.ToArray(), WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None);
            await pod.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        });
        await using var stream = await ConnectAsync();

        Assert.Equal("one two", await ReadToEndAsync(stream));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_pod_that_ends_the_connection_ends_the_stream(bool politely)
    {
        Server.OnPortForward(async pod =>
        {
            await pod.SendAsync("bye"u8.ToArray());
            await (politely ? pod.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None) : Task.CompletedTask);
        });
        await using var stream = await ConnectAsync();

        Assert.Equal("bye", await ReadToEndAsync(stream));
    }

    [Fact]
    public async Task What_the_pods_side_complains_about_is_an_exception()
    {
        Server.OnPortForward(async pod =>
        {
            await pod.FailAsync("dial tcp4 127.0.0.1:8085: connect: connection refused"u8.ToArray());
            await pod.EchoAsync();
        });
        await using var stream = await ConnectAsync();

        var failure = await Assert.ThrowsAsync<IOException>(() => ReadToEndAsync(stream));

        Assert.Equal("No connection to port 8085 of pod conduit/controller-1: dial tcp4 127.0.0.1:8085: connect: connection refused", failure.Message);
    }

    [Theory]
    [InlineData(403, "Forbidden", typeof(AccessDeniedException), "this is not permitted: pods is forbidden: no pods/portforward. Ask")]
    [InlineData(404, "NotFound", typeof(ResourceNotFoundException), "Pods is forbidden: no pods/portforward. Check the name")]
    public async Task A_refused_upgrade_is_told_in_the_apiServers_words(int code, string reason, Type type, string message)
    {
        Server.On(FakePod.Path, context => context.StatusAsync(code, reason, "pods is forbidden: no pods/portforward"));

        var failure = await Assert.ThrowsAsync(type, ConnectAsync);

        Assert.StartsWith(message, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AServer_that_is_not_there_is_told_as_for_any_other_call()
    {
        await Server.DisposeAsync();

        var failure = await Assert.ThrowsAsync<ApiUnavailableException>(ConnectAsync);

        Assert.Equal("ApiRefusedConnection", failure.Id);
    }

    private static async Task<string> ReadToEndAsync(Stream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await Eventually.Ends(reader.ReadToEndAsync());
    }

    private Task<Stream> ConnectAsync() => Eventually.Ends(Client.PortForwardAsync(Pod, new Port(8085), CancellationToken.None));
}
