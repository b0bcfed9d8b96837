using Conduit.Testing.Time;

namespace Conduit.Grpc.Tests.Echo;

/// <summary>Calls of the echo service, short enough for tests.</summary>
internal static class EchoCalls
{
    public static AsyncUnaryCall<EchoReply> Once(this GrpcChannel channel, EchoRequest request, CallOptions options = default) =>
        channel.CreateCallInvoker().AsyncUnaryCall(EchoMethods.Once, null, options, request);

    public static AsyncClientStreamingCall<EchoRequest, EchoReply> Collect(this GrpcChannel channel, CallOptions options = default) =>
        channel.CreateCallInvoker().AsyncClientStreamingCall(EchoMethods.Collect, null, options);

    public static AsyncServerStreamingCall<EchoReply> Repeat(this GrpcChannel channel, EchoRequest request, CallOptions options = default) =>
        channel.CreateCallInvoker().AsyncServerStreamingCall(EchoMethods.Repeat, null, options, request);

    public static AsyncDuplexStreamingCall<EchoRequest, EchoReply> Converse(this GrpcChannel channel, CallOptions options = default) =>
        channel.CreateCallInvoker().AsyncDuplexStreamingCall(EchoMethods.Converse, null, options);

    /// <summary>The status that a call fails with; OK if it succeeds.</summary>
    public static async Task<Status> StatusAsync(Task call)
    {
        try
        {
            await Eventually.Ends(call);
            return Status.DefaultSuccess;
        }
        catch (RpcException failure)
        {
            return failure.Status;
        }
    }

    public static async Task<StatusCode> CodeAsync(Task call) => (await StatusAsync(call)).StatusCode;

    public static async Task<List<string>> TextsAsync(this IAsyncStreamReader<EchoReply> replies) =>
        await Eventually.Ends(replies.ReadAllAsync().Select(reply => reply.Text).ToListAsync().AsTask());
}
