namespace Conduit.Grpc.Client;

/// <summary>Starts calls over a channel's HTTP handler.</summary>
internal sealed class HttpCallInvoker(GrpcChannel channel) : CallInvoker
{
    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
    {
        var call = Create(method, MethodType.Unary, host, options);
        var end = call.Completion;
        var response = call.ReceiveSingleAsync(call.SendAsync(call.Content(request)));
        return new AsyncUnaryCall<TResponse>(response, end.Headers, end.GetStatus, end.GetTrailers, end.Dispose);
    }

    public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
    {
        var call = Create(method, MethodType.ServerStreaming, host, options);
        var end = call.Completion;
        var responses = call.ReceiveStream(call.SendAsync(call.Content(request)));
        return new AsyncServerStreamingCall<TResponse>(responses, end.Headers, end.GetStatus, end.GetTrailers, end.Dispose);
    }

    public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options)
    {
        var call = Create(method, MethodType.ClientStreaming, host, options);
        var end = call.Completion;
        var requests = call.OpenRequestStream(out var content);
        var response = call.ReceiveSingleAsync(call.SendAsync(content));
        return new AsyncClientStreamingCall<TRequest, TResponse>(
            requests, response, end.Headers, end.GetStatus, end.GetTrailers, end.Dispose);
    }

    public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options)
    {
        var call = Create(method, MethodType.DuplexStreaming, host, options);
        var end = call.Completion;
        var requests = call.OpenRequestStream(out var content);
        var responses = call.ReceiveStream(call.SendAsync(content));
        return new AsyncDuplexStreamingCall<TRequest, TResponse>(
            requests, responses, end.Headers, end.GetStatus, end.GetTrailers, end.Dispose);
    }

    private ClientCall<TRequest, TResponse> Create<TRequest, TResponse>(
        Method<TRequest, TResponse> method, MethodType expected, string? host, CallOptions options)
        where TRequest : class
        where TResponse : class
    {
        ArgumentNullException.ThrowIfNull(method);
        channel.ThrowIfDisposed();

        return method.Type == expected
            ? new ClientCall<TRequest, TResponse>(channel, method, host, options)
            : throw new ArgumentException($"{method.FullName} is {method.Type}, and is called as {expected}.", nameof(method));
    }
}
