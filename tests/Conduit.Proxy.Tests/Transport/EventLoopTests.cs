using System.Net;
using System.Net.Sockets;
using Conduit.Proxy.Transport;
using Conduit.Proxy.Transport.Epoll;
using Conduit.Proxy.Transport.Sockets;
using Conduit.Proxy.Transport.Timers;
using Conduit.Testing.Time;

namespace Conduit.Proxy.Tests.Transport;

/// <summary>What both kinds of loop must do.</summary>
public sealed class EventLoopTests
{
    private static readonly IPEndPoint AnyPort = new(IPAddress.Loopback, 0);
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);

    public static TheoryData<string> Kinds => OperatingSystem.IsLinux() ? ["epoll", "sockets"] : ["sockets"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Bytes_come_back_whole_and_the_end_after_them(string kind)
    {
        await using var thread = Start(kind);
        var echo = new EchoHandler();
        var listener = await thread.DoAsync(() => thread.Loop.Listen(AnyPort, echo));
        var sent = new byte[5_000_000];
        new Random(1).NextBytes(sent);

        using var client = await ConnectAsync(listener.Address);
        var sending = SendAsync(client, sent);
        var received = await Eventually.Ends(ReadToEndAsync(client));
        await Eventually.Ends(sending);

        Assert.True(sent.AsSpan().SequenceEqual(received));
        await Eventually.Holds(() => echo.Closed.Count == 1);
        Assert.Equal(0, await thread.DoAsync(() => thread.Loop.Connections));
    }

    [LinuxFact]
    public async Task Great_amounts_pass_from_one_connection_to_another_unseen()
    {
        await using var thread = Start("epoll");
        var passing = new PassingHandler();
        var sink = await thread.DoAsync(() => thread.Loop.Listen(AnyPort, passing.Target));
        var listener = await thread.DoAsync(() => thread.Loop.Listen(AnyPort, passing));
        using var receiver = await ConnectAsync(sink.Address);
        await Eventually.Holds(() => passing.Target.Connection is not null);
        var sent = new byte[20_000_000];
        new Random(3).NextBytes(sent);

        using var sender = await ConnectAsync(listener.Address);
        var sending = SendAsync(sender, sent);
        var received = await Eventually.Ends(ReadToEndAsync(receiver));
        await Eventually.Ends(sending);

        Assert.True(sent.AsSpan().SequenceEqual(received));
        Assert.InRange(passing.Seen, 1, sent.Length - 1);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_peer_that_does_not_read_is_not_read_from(string kind)
    {
        await using var thread = Start(kind);
        var echo = new EchoHandler();
        var listener = await thread.DoAsync(() => thread.Loop.Listen(AnyPort, echo));
        var sent = new byte[30_000_000];
        new Random(2).NextBytes(sent);

        using var client = await ConnectAsync(listener.Address);
        var sending = SendAsync(client, sent);
        await Eventually.Holds(() => echo.Pauses > 0);
        Assert.False(sending.IsCompleted);

        var received = await Eventually.Ends(ReadToEndAsync(client));
        Assert.True(sent.AsSpan().SequenceEqual(received));
        await Eventually.Ends(sending);
        Assert.Equal(0, await thread.DoAsync(() => thread.Loop.Buffers.Lent));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_connection_that_is_opened_carries_what_was_written_before_it_was_there(string kind)
    {
        await using var thread = Start(kind);
        var listener = await thread.DoAsync(() => thread.Loop.Listen(AnyPort, new EchoHandler()));
        var handler = new RecordingConnectionHandler();

        await thread.DoAsync(() =>
        {
            var connection = thread.Loop.Connect(listener.Address, Long, handler);
            connection.Output.Write("early"u8);
            connection.End();
            return true;
        });

        await Eventually.Ends(handler.Connected);
        Assert.Equal("early"u8.ToArray(), await Eventually.Ends(handler.Ended));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_refused_connection_is_told_later_and_not_inside_the_call(string kind)
    {
        await using var thread = Start(kind);
        var handler = new RecordingConnectionHandler();
        var address = ClosedPort();

        Assert.False(await thread.DoAsync(() =>
        {
            _ = thread.Loop.Connect(address, Long, handler);
            return handler.Closed.IsCompleted;
        }));

        Assert.Equal(CloseReason.ConnectFailed, await Eventually.Ends(handler.Closed));
        Assert.False(handler.Connected.IsCompleted);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_connection_that_takes_too_long_is_given_up(string kind)
    {
        await using var thread = Start(kind);
        var handler = new RecordingConnectionHandler();

        // A full backlog leaves the next handshake unanswered.
        using var full = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        full.Bind(AnyPort);
        full.Listen(0);
        var fillers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => FillAsync((IPEndPoint)full.LocalEndPoint!)));

        await thread.DoAsync(() => thread.Loop.Connect((IPEndPoint)full.LocalEndPoint!, TimeSpan.FromMilliseconds(50), handler));

        Assert.Equal(CloseReason.ConnectTimedOut, await Eventually.Ends(handler.Closed));
        Array.ForEach(fillers, filler => filler.Dispose());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_reset_is_told_as_one(string kind)
    {
        await using var thread = Start(kind);
        var echo = new EchoHandler();
        var listener = await thread.DoAsync(() => thread.Loop.Listen(AnyPort, echo));
        var client = await ConnectAsync(listener.Address);
        await client.SendAsync("x"u8.ToArray());
        await Eventually.Ends(client.ReceiveAsync(new byte[1]));

        client.LingerState = new LingerOption(enable: true, seconds: 0);
        client.Dispose();

        await Eventually.Holds(() => echo.Closed.Count == 1);
        Assert.Equal(CloseReason.Reset, echo.Closed.First());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Timers_and_posted_work_run_on_the_loops_thread(string kind)
    {
        await using var thread = Start(kind);
        var loopThread = await thread.DoAsync(() => Environment.CurrentManagedThreadId);
        var fired = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);

        await thread.DoAsync(() =>
        {
            thread.Loop.Timers.Schedule(new LoopTimer(() => fired.SetResult(Environment.CurrentManagedThreadId)), TimeSpan.FromMilliseconds(20));
            return true;
        });

        Assert.Equal(loopThread, await Eventually.Ends(fired.Task));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_stopped_loop_closes_what_is_open(string kind)
    {
        var thread = Start(kind);
        var echo = new EchoHandler();
        var listener = await thread.DoAsync(() => thread.Loop.Listen(AnyPort, echo));
        using var client = await ConnectAsync(listener.Address);
        await Eventually.Holds(async () => await thread.DoAsync(() => thread.Loop.Connections) == 1);

        await thread.DisposeAsync();

        Assert.Equal([CloseReason.Requested], echo.Closed);
        Assert.Equal(0, await Eventually.Ends(client.ReceiveAsync(new byte[1])));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_full_loop_accepts_the_next_when_one_has_gone(string kind)
    {
        await using var thread = Start(kind, new LoopLimits { Connections = 2 });
        var listener = await thread.DoAsync(() => thread.Loop.Listen(AnyPort, new EchoHandler()));
        using var first = await ConnectAsync(listener.Address);
        using var second = await ConnectAsync(listener.Address);
        await Eventually.Holds(async () => await thread.DoAsync(() => thread.Loop.Connections) == 2);
        using var third = await ConnectAsync(listener.Address);
        await third.SendAsync("x"u8.ToArray());
        var answer = third.ReceiveAsync(new byte[1]);
        Assert.True(await thread.DoAsync(() => thread.Loop.IsFull));
        Assert.Equal(2, await thread.DoAsync(() => thread.Loop.Connections));

        first.Shutdown(SocketShutdown.Send);

        Assert.Equal(1, await Eventually.Ends(answer));
    }

    [LinuxFact]
    public async Task Loops_share_a_port()
    {
        await using var one = Start("epoll");
        await using var other = Start("epoll");
        var (echo, otherEcho) = (new EchoHandler(), new EchoHandler());
        var address = (await one.DoAsync(() => one.Loop.Listen(AnyPort, echo, isShared: true))).Address;
        await other.DoAsync(() => other.Loop.Listen(address, otherEcho, isShared: true));

        // The system shares connections out by their addresses' hash, so it takes many to see both.
        for (var connection = 0; connection < 64; connection++)
        {
            using var client = await ConnectAsync(address);
            await client.SendAsync("x"u8.ToArray());
            Assert.Equal(1, await Eventually.Ends(client.ReceiveAsync(new byte[1])));
        }

        await Eventually.Holds(() => echo.Closed.Count + otherEcho.Closed.Count == 64);
        Assert.NotEmpty(echo.Closed);
        Assert.NotEmpty(otherEcho.Closed);
    }

    private static LoopThread Start(string kind, LoopLimits? limits = null) =>
        new(kind == "epoll" ? new EpollLoop(TimeProvider.System, limits) : new SocketLoop(TimeProvider.System, limits));

    private static async Task<Socket> ConnectAsync(IPEndPoint address)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await Eventually.Ends(socket.ConnectAsync(address));
        return socket;
    }

    private static Task<Socket> FillAsync(IPEndPoint address)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        _ = socket.ConnectAsync(address).ContinueWith(connecting => connecting.Exception, TaskScheduler.Default);
        return Task.FromResult(socket);
    }

    private static async Task SendAsync(Socket socket, byte[] bytes)
    {
        for (var sent = 0; sent < bytes.Length;)
        {
            sent += await socket.SendAsync(bytes.AsMemory(sent));
        }

        socket.Shutdown(SocketShutdown.Send);
    }

    private static async Task<byte[]> ReadToEndAsync(Socket socket)
    {
        using var received = new MemoryStream();
        var buffer = new byte[64 * 1024];

        while (await socket.ReceiveAsync(buffer) is > 0 and var count)
        {
            received.Write(buffer, 0, count);
        }

        return received.ToArray();
    }

    private static IPEndPoint ClosedPort()
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(AnyPort);
        return (IPEndPoint)socket.LocalEndPoint!;
    }
}
