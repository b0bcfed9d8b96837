using Conduit.Grpc.Framing;

namespace Conduit.Grpc.Server;

/// <summary>One call as its handler's shape needs it: requests in, responses out.</summary>
internal sealed class ServerCall<TRequest, TResponse>(Method<TRequest, TResponse> method, HttpServerCallContext context)
    where TRequest : class
    where TResponse : class
{
    private readonly MessageReader<TRequest> _reader = new(context.HttpContext.Request.BodyReader, context.CreateDecoder(), method.RequestMarshaller);
    private readonly MessageEncoder<TResponse> _encoder = context.CreateEncoder(method.ResponseMarshaller);

    public ServerCallContext Context => context;

    public IAsyncStreamReader<TRequest> Requests => new ServerStreamReader<TRequest>(_reader, context);

    public IServerStreamWriter<TResponse> Responses => new ServerStreamWriter<TResponse>(_encoder, context);

    public async Task<TRequest> ReceiveSingleAsync()
    {
        try
        {
            return await _reader.ReadSingleAsync(context.CancellationToken);
        }
        catch (IOException failure)
        {
            throw new ClientGoneException(failure);
        }
    }

    /// <summary>Writes the one response of the call; the trailers that follow take it along.</summary>
    public async Task RespondAsync(TResponse? response)
    {
        if (response is null)
        {
            throw new RpcException(new Status(StatusCode.Cancelled, "No message returned from method."));
        }

        using var buffer = _encoder.Encode(response, context.WriteOptions, out var frame);
        await context.WriteAsync(frame, flush: false, context.CancellationToken);
    }
}
