using Conduit.Testing.Time;

namespace Conduit.Grpc.Tests.Echo;

/// <summary>Whole calls of each shape; the same against every server.</summary>
internal static class Conversations
{
    /// <summary>Sends the texts; gives the one reply.</summary>
    public static async Task<string> CollectAsync(this GrpcChannel channel, params string[] texts)
    {
        using var call = channel.Collect();
        foreach (var text in texts)
        {
            await Eventually.Ends(call.RequestStream.WriteAsync(new EchoRequest { Text = text }));
        }

        await Eventually.Ends(call.RequestStream.CompleteAsync());
        return (await Eventually.Ends(call.ResponseAsync)).Text;
    }

    /// <summary>Asks, waits for the echo, and asks again; ends well.</summary>
    public static async Task ConverseAsync(this GrpcChannel channel, int rounds)
    {
        using var call = channel.Converse();
        for (var round = 0; round < rounds; round++)
        {
            await Eventually.Ends(AskAsync(call, $"{round}"));
        }

        await Eventually.Ends(EndAsync(call));
        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
    }

    /// <summary>Runs that many calls, of which none ends before all were answered, so that all are open together.</summary>
    public static async Task ConverseAtOnceAsync(this GrpcChannel channel, int count)
    {
        var calls = Enumerable.Range(0, count).Select(_ => channel.Converse()).ToList();

        await Eventually.Ends(Task.WhenAll(calls.Select((call, index) => AskAsync(call, $"{index}"))));
        await Eventually.Ends(Task.WhenAll(calls.Select(EndAsync)));
        calls.ForEach(call => call.Dispose());
    }

    private static async Task AskAsync(AsyncDuplexStreamingCall<EchoRequest, EchoReply> call, string text)
    {
        await call.RequestStream.WriteAsync(new EchoRequest { Text = text });
        Assert.True(await call.ResponseStream.MoveNext());
        Assert.Equal(text, call.ResponseStream.Current.Text);
    }

    private static async Task EndAsync(AsyncDuplexStreamingCall<EchoRequest, EchoReply> call)
    {
        await call.RequestStream.CompleteAsync();
        Assert.False(await call.ResponseStream.MoveNext());
    }
}
