using System.IO.Compression;
using System.IO.Pipelines;
using Conduit.Grpc.Framing;
using Conduit.Grpc.Headers;

namespace Conduit.Grpc.Client;

/// <summary>One call, from its request to its outcome. The outcome is settled once, by whatever comes first, and frees all the rest.</summary>
internal sealed class ClientCall<TRequest, TResponse> : IClientCall, IDisposable
    where TRequest : class
    where TResponse : class
{
    private readonly GrpcChannel _channel;
    private readonly Method<TRequest, TResponse> _method;
    private readonly string? _host;
    private readonly CallOptions _options;
    private readonly CallLifetime _lifetime;
    private readonly string? _encoding;
    private readonly MessageEncoder<TRequest> _encoder;
    private readonly TaskCompletionSource<Metadata> _headers = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<CallOutcome> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private HttpResponseMessage? _response;

    public ClientCall(GrpcChannel channel, Method<TRequest, TResponse> method, string? host, CallOptions options)
    {
        _channel = channel;
        _method = method;
        _host = host;
        _options = options;
        _lifetime = new CallLifetime(channel, options);
        _encoding = options.Headers?.GetValue(GrpcHeader.EncodingRequest);
        _encoder = new MessageEncoder<TRequest>(
            method.RequestMarshaller,
            channel.Limits.Send,
            _encoding == GrpcHeader.GzipEncoding ? CompressionLevel.Fastest : null);
        _lifetime.Token.UnsafeRegister(static state => ((ClientCall<TRequest, TResponse>)state!).SettleVerdict(), this);
    }

    public Task<Metadata> ResponseHeaders => _headers.Task;

    public WriteOptions? WriteOptions => _options.WriteOptions;

    public CancellationToken Ended => _lifetime.Token;

    private bool HasSingleResponse => _method.Type is MethodType.Unary or MethodType.ClientStreaming;

    public Status GetStatus() => Outcome("status").Status;

    public Metadata GetTrailers() => Outcome("trailers").Trailers;

    public void Dispose() => _lifetime.Abandon();

    public Func<HttpContent> Content(TRequest request) => () =>
    {
        _encoder.Encode(request, _options.WriteOptions, out var frame);
        return new MessageContent(frame);
    };

    public ClientStreamWriter<TRequest> OpenRequestStream(out Func<HttpContent> content)
    {
        var stream = new RequestStreamContent(_lifetime.Token);
        content = () => stream;
        return new ClientStreamWriter<TRequest>(this, stream, _encoder);
    }

    /// <summary>Sends the request; gives a reader of the responses, or null if the outcome is settled already.</summary>
    public async Task<MessageReader<TResponse>?> SendAsync(Func<HttpContent> content)
    {
        try
        {
            _response = await _channel.SendAsync(CreateRequest(content), _lifetime.Token);
            if (ResponseHead.OutcomeOf(_response) is { } outcome)
            {
                _headers.TrySetResult(outcome.Trailers);
                Settle(outcome);
                return null;
            }

            _headers.TrySetResult(ResponseHead.MetadataOf(_response));
            var stream = await _response.Content.ReadAsStreamAsync(_lifetime.Token);
            var decoder = new MessageDecoder(ResponseHead.EncodingOf(_response), _channel.Limits.Receive, StatusCode.Internal);
            return new MessageReader<TResponse>(PipeReader.Create(stream), decoder, _method.ResponseMarshaller);
        }
        catch (Exception failure)
        {
            Settle(ClientFailure.ToOutcome(failure, _lifetime));
            return null;
        }
    }

    public ClientStreamReader<TResponse> ReceiveStream(Task<MessageReader<TResponse>?> sending) =>
        new(cancellationToken => ReceiveNextAsync(sending, cancellationToken));

    public async Task<TResponse> ReceiveSingleAsync(Task<MessageReader<TResponse>?> sending)
    {
        var response = await ReceiveNextAsync(sending, CancellationToken.None);
        var second = response is null ? null : await ReceiveNextAsync(sending, CancellationToken.None);
        return response is not null && second is null
            ? response
            : throw Fail(new RpcException(new Status(StatusCode.Internal, "The call must have exactly one response.")));
    }

    public void ThrowIfEnded()
    {
        if (_outcome.Task.IsCompletedSuccessfully)
        {
            throw _outcome.Task.Result is { Status.StatusCode: StatusCode.OK }
                ? new InvalidOperationException("Can't write the message because the call is complete.")
                : ToException(_outcome.Task.Result);
        }
    }

    public CancellationTokenRegistration CancelWith(CancellationToken cancellationToken) =>
        cancellationToken.UnsafeRegister(static state => ((CallLifetime)state!).Cancel(), _lifetime);

    public async Task<Exception> FailWriteAsync(Exception failure)
    {
        if (failure is RpcException)
        {
            return Fail(failure);
        }

        // A server may end the call while requests are still written. Its status is the truth, and comes with the
        // response: where that is being read already, wait; where the caller reads, leave the outcome to that.
        return HasSingleResponse || _outcome.Task.IsCompleted
            ? ToException(await _outcome.Task)
            : ToException(ClientFailure.ToOutcome(failure, _lifetime));
    }

    private async ValueTask<TResponse?> ReceiveNextAsync(Task<MessageReader<TResponse>?> sending, CancellationToken cancellationToken)
    {
        using var registration = CancelWith(cancellationToken);
        try
        {
            var reader = await sending;
            if (reader is not null
                && !_outcome.Task.IsCompleted
                && await reader.ReadAsync(_lifetime.Token) is { } message)
            {
                return message;
            }

            var outcome = Settle(_outcome.Task.IsCompleted ? _outcome.Task.Result : ResponseHead.TrailingOutcomeOf(_response!));
            return outcome.Status.StatusCode == StatusCode.OK ? null : throw ToException(outcome);
        }
        catch (Exception failure)
        {
            throw Fail(failure);
        }
    }

    private HttpRequestMessage CreateRequest(Func<HttpContent> content)
    {
        if (_lifetime.Deadline.HasPassed)
        {
            _lifetime.Expire();
        }

        _lifetime.Token.ThrowIfCancellationRequested();
        if (_encoding is not (null or GrpcHeader.GzipEncoding or GrpcHeader.IdentityEncoding))
        {
            throw new RpcException(new Status(StatusCode.Internal, $"Could not find compression provider for '{_encoding}'."));
        }

        var request = RequestHead.Create(new Uri(_channel.Address, _method.FullName), _host, content());
        RequestHead.AddProtocolHeaders(request, _lifetime.Deadline.Remaining, _encoding);
        RequestHead.AddMetadata(request, _options.Headers);
        return request;
    }

    private Exception Fail(Exception failure) => ToException(Settle(ClientFailure.ToOutcome(failure, _lifetime)));

    private void SettleVerdict()
    {
        if (_lifetime.Verdict is { } verdict)
        {
            Settle(verdict);
        }
    }

    private CallOutcome Settle(CallOutcome outcome)
    {
        if (!_outcome.TrySetResult(outcome))
        {
            // A response that arrived while the call was being given up is nobody's any more.
            _response?.Dispose();
            return _outcome.Task.Result;
        }

        if (_headers.TrySetException(ToException(outcome)))
        {
            // Most callers never ask for the headers, so their failure must not count as unobserved.
            _ = _headers.Task.Exception;
        }

        _lifetime.Dispose();
        _response?.Dispose();
        return outcome;
    }

    private Exception ToException(CallOutcome outcome)
    {
        var failure = new RpcException(outcome.Status, outcome.Trailers);
        return _channel.ThrowsOperationCanceled && ReferenceEquals(outcome, _lifetime.Verdict)
            ? new OperationCanceledException(failure.Message, failure, _options.CancellationToken)
            : failure;
    }

    private CallOutcome Outcome(string what) => _outcome.Task.IsCompletedSuccessfully
        ? _outcome.Task.Result
        : throw new InvalidOperationException($"Unable to get the {what} because the call is not complete.");
}
