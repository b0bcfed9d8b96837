namespace Conduit.Grpc.Client;

/// <summary>The end of one call: settled once, by whatever comes first, which frees all that the call still holds.</summary>
internal sealed class CallCompletion : IDisposable
{
    private readonly bool _throwsOperationCanceled;
    private readonly bool _hasSingleResponse;
    private readonly CancellationToken _callerToken;
    private readonly TaskCompletionSource<Metadata> _headers = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<CallOutcome> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private HttpResponseMessage? _response;

    public CallCompletion(GrpcChannel channel, CallOptions options, bool hasSingleResponse)
    {
        _throwsOperationCanceled = channel.ThrowsOperationCanceled;
        _hasSingleResponse = hasSingleResponse;
        _callerToken = options.CancellationToken;
        Lifetime = new CallLifetime(channel, options);
        Ended.UnsafeRegister(static state => ((CallCompletion)state!).SettleVerdict(), this);
    }

    public CallLifetime Lifetime { get; }

    /// <summary>Cancelled when the call ended, from whichever side.</summary>
    public CancellationToken Ended => Lifetime.Token;

    /// <summary>The metadata ahead of the responses.</summary>
    public Task<Metadata> Headers => _headers.Task;

    /// <summary>How the call ended; null while it runs.</summary>
    public CallOutcome? Outcome => _outcome.Task.IsCompletedSuccessfully ? _outcome.Task.Result : null;

    public Status GetStatus() => Settled("status").Status;

    public Metadata GetTrailers() => Settled("trailers").Trailers;

    /// <summary>Cancels the call if nothing ended it before.</summary>
    public void Dispose() => Lifetime.Abandon();

    /// <summary>Takes the response into custody, to be disposed when the call ends, or now if it has.</summary>
    public void Hold(HttpResponseMessage response)
    {
        Volatile.Write(ref _response, response);
        if (Outcome is not null)
        {
            response.Dispose();
        }
    }

    public void SetHeaders(Metadata headers) => _headers.TrySetResult(headers);

    /// <summary>Ends the call if nothing ended it before, and gives how it ended.</summary>
    public CallOutcome Settle(CallOutcome outcome)
    {
        if (!_outcome.TrySetResult(outcome))
        {
            return _outcome.Task.Result;
        }

        if (_headers.TrySetException(ToException(outcome)))
        {
            // Most callers never ask for the headers, so their failure must not count as unobserved.
            _ = _headers.Task.Exception;
        }

        Lifetime.Dispose();
        Volatile.Read(ref _response)?.Dispose();
        return outcome;
    }

    /// <summary>Ends the call by a failure; gives what its caller is to see.</summary>
    public Exception Fail(Exception failure) => ToException(Settle(ClientFailure.ToOutcome(failure, Lifetime)));

    /// <summary>What a failed write is to throw.</summary>
    public async Task<Exception> FailWriteAsync(Exception failure)
    {
        if (failure is RpcException)
        {
            return Fail(failure);
        }

        // A server may end the call while requests are still written. Its status is the truth, and comes with the
        // response: where that is being read already, wait; where the caller reads, leave the outcome to that.
        return _hasSingleResponse || Outcome is not null
            ? ToWriteException(await _outcome.Task)
            : ToException(ClientFailure.ToOutcome(failure, Lifetime));
    }

    public void ThrowIfEnded()
    {
        if (Outcome is { } outcome)
        {
            throw ToWriteException(outcome);
        }
    }

    /// <summary>Lets the token of one operation cancel the call, for as long as the registration lives.</summary>
    public CancellationTokenRegistration CancelWith(CancellationToken cancellationToken) =>
        cancellationToken.UnsafeRegister(static state => ((CallLifetime)state!).Cancel(), Lifetime);

    public Exception ToException(CallOutcome outcome)
    {
        var failure = new RpcException(outcome.Status, outcome.Trailers);
        return _throwsOperationCanceled && ReferenceEquals(outcome, Lifetime.Verdict)
            ? new OperationCanceledException(failure.Message, failure, _callerToken)
            : failure;
    }

    private Exception ToWriteException(CallOutcome outcome) => outcome.IsOk
        ? new InvalidOperationException("Can't write the message because the call is complete.")
        : ToException(outcome);

    private void SettleVerdict()
    {
        if (Lifetime.Verdict is { } verdict)
        {
            Settle(verdict);
        }
    }

    private CallOutcome Settled(string what) => Outcome
        ?? throw new InvalidOperationException($"Unable to get the {what} because the call is not complete.");
}
