using Conduit.Grpc;

namespace Emojivoto.Web.Rpc;

/// <summary>Makes unary calls to one service, each with a deadline.</summary>
internal sealed class RpcCaller(CallInvoker invoker, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public async Task<TResponse> CallAsync<TRequest, TResponse>(
        Method<TRequest, TResponse> method, TRequest request, CancellationToken cancellationToken)
        where TRequest : class
        where TResponse : class
    {
        var deadline = time.GetUtcNow().UtcDateTime + Patience;
        var options = new CallOptions(deadline: deadline, cancellationToken: cancellationToken);
        using var call = invoker.AsyncUnaryCall(method, null, options, request);
        return await call.ResponseAsync;
    }
}
