namespace Conduit.Proxy.Balancing;

/// <summary>One request's hold on an endpoint, from its choice to the first byte of the response: what the endpoint is measured by.</summary>
internal sealed class EndpointLease : IDisposable
{
    private readonly Endpoint _endpoint;
    private readonly TimeProvider _time;
    private readonly long _startedAt;
    private int _isOver;

    public EndpointLease(Endpoint endpoint, TimeProvider time)
    {
        _endpoint = endpoint;
        _time = time;
        _startedAt = time.GetTimestamp();
        endpoint.Load.Begin();
    }

    public void Responded()
    {
        if (TryEnd())
        {
            _endpoint.Load.Observe(_time.GetElapsedTime(_startedAt));
            _endpoint.Health.Succeeded();
        }
    }

    public void Failed()
    {
        if (TryEnd())
        {
            _endpoint.Health.Failed();
        }
    }

    /// <summary>Ends it without a verdict, as when the client goes away.</summary>
    public void Dispose() => TryEnd();

    private bool TryEnd()
    {
        var isFirst = Interlocked.Exchange(ref _isOver, 1) == 0;

        if (isFirst)
        {
            _endpoint.Load.End();
        }

        return isFirst;
    }
}
