using Conduit.Proxy.Detection;
using Conduit.Proxy.Tests.Actors;
using Conduit.Proxy.Tests.Tcp;
using Conduit.Testing.Time;

namespace Conduit.Proxy.Tests.Detection;

public sealed class DetectingHandlerTests
{
    private static readonly TimeSpan Never = TimeSpan.FromHours(1);

    // A client of a test may be slow to speak on a busy machine, which must not be taken for silence.
    private static readonly DetectionOptions Patient = new() { Silence = Never, Limit = Never };
    private static readonly DetectionOptions Impatient = new() { Limit = Never };

    public static TheoryData<string> Kinds => TcpHarness.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_server_that_speaks_first_is_heard_at_once_and_remembered(string kind)
    {
        using var server = new SilentServer();
        await using var harness = await TcpHarness.StartAsync(kind, Impatient, server.Address);
        using var client = await harness.ConnectAsync();
        using var accepted = await server.AcceptAsync();

        await accepted.WriteAsync("220 ready\r\n"u8.ToArray());
        Assert.Equal("220 ready\r\n", await client.ReadTextAsync(11));
        await client.WriteAsync("GET / HTTP/1.1\r\n"u8.ToArray());

        Assert.Equal("GET / HTTP/1.1\r\n", await accepted.ReadTextAsync(16));
        Assert.Equal("\"server_first\"} 1", harness.Verdicts());
        Assert.True(await harness.OnLoopAsync(() => harness.Context.ServerFirst.Knows(harness.Address)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Where_the_server_is_known_to_speak_first_nobody_waits_for_silence(string kind)
    {
        using var server = new SilentServer();
        await using var harness = await TcpHarness.StartAsync(kind, Patient, server.Address);
        await harness.OnLoopAsync(() =>
        {
            harness.Context.ServerFirst.Learn(harness.Address);
            return true;
        });
        using var client = await harness.ConnectAsync();
        using var accepted = await server.AcceptAsync();

        await accepted.WriteAsync("hello"u8.ToArray());

        Assert.Equal("hello", await client.ReadTextAsync(5));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_silent_client_that_speaks_http_after_all_brings_its_backend_along(string kind)
    {
        using var server = new SilentServer();
        await using var harness = await TcpHarness.StartAsync(kind, Impatient, server.Address);
        using var client = await harness.ConnectAsync();
        using var accepted = await server.AcceptAsync();

        await client.WriteAsync("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8.ToArray());

        await Eventually.Holds(() => harness.Http.SequenceEqual(["Http2 24 backend"]));
        Assert.Equal("", await accepted.ReadToEndAsync());
        await client.WriteAsync("still here"u8.ToArray());
        Assert.Equal("still here", await client.ReadTextAsync(10));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Settings_that_a_server_of_http2_says_first_are_kept_and_not_taken_for_a_greeting(string kind)
    {
        using var server = new SilentServer();
        await using var harness = await TcpHarness.StartAsync(kind, Impatient, server.Address);
        using var client = await harness.ConnectAsync();
        using var accepted = await server.AcceptAsync();
        byte[] settings = [0, 0, 6, 4, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 100];
        await accepted.WriteAsync(settings);
        await Eventually.Holds(() => harness.Backends.BytesRead == settings.Length);

        await client.WriteAsync("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8.ToArray());

        await Eventually.Holds(() => harness.Http.Count == 1);
        Assert.Equal($"Http2 24 backend {Convert.ToHexString(settings)}", harness.Http.Single());
        Assert.Equal("\"http2\"} 1", harness.Verdicts());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task When_nobody_speaks_for_too_long_the_connection_is_carried_as_it_is(string kind)
    {
        using var server = new SilentServer();
        await using var harness = await TcpHarness.StartAsync(kind, new DetectionOptions { Limit = TimeSpan.FromMilliseconds(30) }, server.Address);
        using var client = await harness.ConnectAsync();
        using var accepted = await server.AcceptAsync();
        await Eventually.Holds(() => harness.Verdicts() == "\"timed_out\"} 1");

        await client.WriteAsync("GET / HTTP/1.1\r\n"u8.ToArray());

        Assert.Equal("GET / HTTP/1.1\r\n", await accepted.ReadTextAsync(16));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_silent_client_whose_server_cannot_be_reached_is_cut_off(string kind)
    {
        using var closed = new ClosedPort();
        await using var harness = await TcpHarness.StartAsync(kind, Impatient with { Grace = TimeSpan.FromMilliseconds(300) }, closed.Address);
        using var client = await harness.ConnectAsync();

        Assert.Equal("reset", await client.EndingAsync());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_client_that_ends_without_a_word_is_heard_of_by_its_server(string kind)
    {
        using var server = new SilentServer();
        await using var harness = await TcpHarness.StartAsync(kind, Patient, server.Address);
        var client = await harness.ConnectAsync();
        await client.DisposeAsync();

        using var accepted = await server.AcceptAsync();

        Assert.Equal("", await accepted.ReadToEndAsync());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_port_that_is_not_looked_into_is_carried_as_it_is(string kind)
    {
        using var server = new SilentServer();
        await using var harness = await TcpHarness.StartAsync(kind, Patient, server.Address);
        harness.IsLookedInto = false;
        using var client = await harness.ConnectAsync();
        await client.WriteAsync("GET / HTTP/1.1\r\n"u8.ToArray());
        using var accepted = await server.AcceptAsync();

        Assert.Equal("GET / HTTP/1.1\r\n", await accepted.ReadTextAsync(16));
        Assert.Equal("\"opaque_port\"} 1", harness.Verdicts());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_hello_that_comes_byte_by_byte_passes_unchanged(string kind)
    {
        var hello = HelloBytes.Made(HelloBytes.ServerName("web.example"), recordLength: 20);
        using var server = new SilentServer();
        await using var harness = await TcpHarness.StartAsync(kind, Patient, server.Address);
        using var client = await harness.ConnectAsync();

        foreach (var piece in hello)
        {
            client.WriteByte(piece);
        }

        using var accepted = await server.AcceptAsync();
        var received = new byte[hello.Length];
        await Eventually.Ends(accepted.ReadExactlyAsync(received).AsTask());

        Assert.Equal(hello, received);
        Assert.Equal("\"tls\"} 1", harness.Verdicts());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_request_line_may_come_in_pieces(string kind)
    {
        using var server = new SilentServer();
        await using var harness = await TcpHarness.StartAsync(kind, Patient, server.Address);
        using var client = await harness.ConnectAsync();

        await client.WriteAsync("GET / HT"u8.ToArray());
        await client.WriteAsync("TP/1.1\r\nHost: a"u8.ToArray());

        await Eventually.Holds(() => harness.Http.Count == 1);
        Assert.EndsWith("no backend", harness.Http.Single(), StringComparison.Ordinal);
        Assert.False(server.HasCaller);
    }
}
