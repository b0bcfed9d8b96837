namespace Conduit.Proxy.Balancing;

/// <summary>
/// A request's hold on an endpoint, from its choice to the first byte of the response: what the endpoint is measured by. When it is over
/// it may begin anew, for another request.
/// </summary>
internal sealed class EndpointLease(TimeProvider time) : IDisposable
{
    private Endpoint? _endpoint;
    private long _startedAt;
    private int _isHeld;

    public void Begin(Endpoint endpoint)
    {
        Dispose();
        _endpoint = endpoint;
        _startedAt = time.GetTimestamp();
        Volatile.Write(ref _isHeld, 1);
        endpoint.Load.Begin();
    }

    public void Responded()
    {
        if (TryEnd())
        {
            var now = time.GetTimestamp();
            _endpoint!.Load.Observe(time.GetElapsedTime(_startedAt, now), now);
            _endpoint.Health.Succeeded();
        }
    }

    public void Failed()
    {
        if (TryEnd())
        {
            _endpoint!.Health.Failed();
        }
    }

    /// <summary>Ends it without a verdict, as when the client goes away.</summary>
    public void Dispose() => TryEnd();

    private bool TryEnd()
    {
        var isFirst = Volatile.Read(ref _isHeld) == 1 && Interlocked.Exchange(ref _isHeld, 0) == 1;

        if (isFirst)
        {
            _endpoint!.Load.End();
        }

        return isFirst;
    }
}
