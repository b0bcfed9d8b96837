using System.IO.Compression;
using System.IO.Pipelines;
using Conduit.Grpc.Framing;
using Conduit.Grpc.Headers;

namespace Conduit.Grpc.Client;

/// <summary>One call: its request goes out, its responses come in, its completion tells the end.</summary>
internal sealed class ClientCall<TRequest, TResponse>
    where TRequest : class
    where TResponse : class
{
    private readonly GrpcChannel _channel;
    private readonly Method<TRequest, TResponse> _method;
    private readonly string? _host;
    private readonly CallOptions _options;
    private readonly string? _encoding;
    private readonly MessageEncoder<TRequest> _encoder;
    private readonly bool _hasSingleResponse;
    private HttpResponseMessage? _response;
    private bool _hasMessage;

    public ClientCall(GrpcChannel channel, Method<TRequest, TResponse> method, string? host, CallOptions options)
    {
        _channel = channel;
        _method = method;
        _host = host;
        _options = options;
        _encoding = options.Headers?.GetValue(GrpcHeader.EncodingRequest);
        _encoder = new MessageEncoder<TRequest>(
            method.RequestMarshaller,
            channel.Limits.Send,
            _encoding == GrpcHeader.GzipEncoding ? CompressionLevel.Fastest : null);
        _hasSingleResponse = method.Type is MethodType.Unary or MethodType.ClientStreaming;
        Completion = new CallCompletion(channel, options, _hasSingleResponse);
    }

    public CallCompletion Completion { get; }

    /// <summary>The body of a call with one request.</summary>
    public Func<HttpContent> Content(TRequest request) => () =>
    {
        // The buffer is left to the collector: the body may be sent again, and be given up while it is sent.
        _encoder.Encode(request, _options.WriteOptions, out var frame);
        return new MessageContent(frame);
    };

    /// <summary>The body of a call with many requests, and what writes them.</summary>
    public ClientStreamWriter<TRequest> OpenRequestStream(out Func<HttpContent> content)
    {
        var stream = new RequestStreamContent(Completion.Ended);
        content = () => stream;
        return new ClientStreamWriter<TRequest>(Completion, stream, _encoder, _options.WriteOptions);
    }

    /// <summary>Sends the request; gives a reader of the responses, or null if the call has ended by then.</summary>
    public async Task<MessageReader<TResponse>?> SendAsync(Func<HttpContent> content)
    {
        try
        {
            _response = await _channel.SendAsync(CreateRequest(content), Completion.Ended);
            Completion.Hold(_response);
            if (ResponseHead.OutcomeOf(_response) is { } outcome)
            {
                Completion.SetHeaders(outcome.Trailers);
                Completion.Settle(Judge(outcome));
                return null;
            }

            Completion.SetHeaders(ResponseHead.MetadataOf(_response));
            var stream = await _response.Content.ReadAsStreamAsync(Completion.Ended);
            var decoder = new MessageDecoder(ResponseHead.EncodingOf(_response), _channel.Limits.Receive, StatusCode.Internal);
            return new MessageReader<TResponse>(PipeReader.Create(stream), decoder, _method.ResponseMarshaller);
        }
        catch (Exception failure)
        {
            Completion.Fail(failure);
            return null;
        }
    }

    public ClientStreamReader<TResponse> ReceiveStream(Task<MessageReader<TResponse>?> sending) =>
        new(cancellationToken => ReceiveNextAsync(sending, cancellationToken));

    public async Task<TResponse> ReceiveSingleAsync(Task<MessageReader<TResponse>?> sending)
    {
        var response = await ReceiveNextAsync(sending, CancellationToken.None);
        return await ReceiveNextAsync(sending, CancellationToken.None) is null
            ? response!
            : throw Completion.Fail(new RpcException(
                new Status(StatusCode.Internal, "The server sent a second response to a call that has one.")));
    }

    private async ValueTask<TResponse?> ReceiveNextAsync(Task<MessageReader<TResponse>?> sending, CancellationToken cancellationToken)
    {
        using var registration = Completion.CancelWith(cancellationToken);
        try
        {
            var reader = await sending;
            if (Completion.Outcome is null && await reader!.ReadAsync(Completion.Ended) is { } message)
            {
                _hasMessage = true;
                return message;
            }

            var outcome = Completion.Outcome ?? Completion.Settle(Judge(ResponseHead.TrailingOutcomeOf(_response!)));
            return outcome.IsOk ? null : throw Completion.ToException(outcome);
        }
        catch (Exception failure)
        {
            throw Completion.Fail(failure);
        }
    }

    private HttpRequestMessage CreateRequest(Func<HttpContent> content)
    {
        var lifetime = Completion.Lifetime;
        if (lifetime.Deadline.HasPassed)
        {
            lifetime.Expire();
        }

        lifetime.Token.ThrowIfCancellationRequested();
        if (_encoding is not (null or GrpcHeader.GzipEncoding or GrpcHeader.IdentityEncoding))
        {
            throw new RpcException(new Status(StatusCode.Internal, $"Could not find compression provider for '{_encoding}'."));
        }

        var request = RequestHead.Create(new Uri(_channel.Address, _method.FullName), _host, content());
        RequestHead.AddProtocolHeaders(request, lifetime.Deadline.Remaining, _encoding);
        RequestHead.AddMetadata(request, _options.Headers);
        return request;
    }

    // OK without the response that the shape promises is no success.
    private CallOutcome Judge(CallOutcome outcome) => outcome.IsOk && _hasSingleResponse && !_hasMessage
        ? new CallOutcome(new Status(StatusCode.Internal, "The call ended without a response."), outcome.Trailers)
        : outcome;
}
