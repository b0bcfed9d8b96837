using Conduit.Grpc.Deadlines;

namespace Conduit.Grpc.Client;

/// <summary>What can end a call from this side: its deadline, its caller, its channel. The first of them names the outcome.</summary>
internal sealed class CallLifetime : IDisposable
{
    private readonly CancellationTokenSource _ended = new();
    private readonly CancellationTokenRegistration _caller;
    private readonly CancellationTokenRegistration _channel;
    private CallOutcome? _verdict;

    public CallLifetime(GrpcChannel channel, CallOptions options)
    {
        Token = _ended.Token;
        Deadline = new CallDeadline(UtcOf(options.Deadline), channel.Time, Expire);
        _caller = options.CancellationToken.UnsafeRegister(static state => ((CallLifetime)state!).Cancel(), this);
        _channel = channel.Disposed.UnsafeRegister(static state => ((CallLifetime)state!).Abandon(), this);
    }

    public CallDeadline Deadline { get; }

    /// <summary>Cancelled when the call ended, from whichever side.</summary>
    public CancellationToken Token { get; }

    /// <summary>Why this side ended the call; null if it did not.</summary>
    public CallOutcome? Verdict => Volatile.Read(ref _verdict);

    public void Expire() => End(new Status(StatusCode.DeadlineExceeded, ""));

    public void Cancel() => End(new Status(StatusCode.Cancelled, "Call canceled by the client."));

    public void Abandon() => End(new Status(StatusCode.Cancelled, "gRPC call disposed."));

    /// <summary>Stops watching, and whatever of the call still runs.</summary>
    public void Dispose()
    {
        Deadline.Dispose();

        // Not Dispose: that would wait for a callback which may be what brought us here.
        _caller.Unregister();
        _channel.Unregister();
        _ended.Cancel();
    }

    private static DateTime UtcOf(DateTime? deadline) => deadline switch
    {
        null => DateTime.MaxValue,
        { Kind: DateTimeKind.Utc } utc => utc,
        { } extreme when extreme == DateTime.MaxValue || extreme == DateTime.MinValue => extreme,
        _ => throw new InvalidOperationException(
            "Deadline must have a kind DateTimeKind.Utc or be equal to DateTime.MaxValue or DateTime.MinValue."),
    };

    private void End(Status status)
    {
        _ = Interlocked.CompareExchange(ref _verdict, new CallOutcome(status), null);
        _ended.Cancel();
    }
}
