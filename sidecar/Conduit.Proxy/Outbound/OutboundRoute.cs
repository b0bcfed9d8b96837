using System.Collections.Immutable;
using System.Text;
using Conduit.Model.Failures;
using Conduit.Proxy.Balancing;
using Conduit.Proxy.Discovery;
using Conduit.Proxy.Forwarding;

namespace Conduit.Proxy.Outbound;

/// <summary>
/// The way to one destination. While the controller has not said what it is, and where it is no service, requests go straight to
/// the address that they were meant for; only those without one, and those that nobody took there, have to wait.
/// </summary>
internal sealed class OutboundRoute : IRoute
{
    // Requests that wait for the first answer hold memory; when so many do, one more would not be served in time anyway.
    private const int MostWaiting = 10_000;

    // What was refused everywhere may be taken a moment later, as when an application restarts.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly Destination _destination;
    private readonly Endpoint? _straight;
    private readonly OutboundContext _context;
    private readonly CancellationTokenSource _gone = new();
    private int _waiting;

    /// <param name="destination">What the controller is asked for.</param>
    /// <param name="straight">The address that requests were meant for; null when they only have a name.</param>
    /// <param name="authority">What replaces the request's authority; null leaves it.</param>
    /// <param name="context">What all routes of this direction share.</param>
    public OutboundRoute(Destination destination, Endpoint? straight, string? authority, OutboundContext context)
    {
        _destination = destination;
        _straight = straight;
        _context = context;
        Authority = authority;
        AuthorityBytes = Encoding.ASCII.GetBytes(authority ?? "");
    }

    public string? Authority { get; }

    public ReadOnlyMemory<byte> AuthorityBytes { get; }

    public ProxyError ConnectError => ProxyErrors.ConnectFailed;

    public EndpointLabels Labels => _destination.Current.Labels;

    public bool IsExpendable => _destination.IsWatched || !_context.Watcher.IsAvailable;

    /// <summary>Begins to follow the destination.</summary>
    public OutboundRoute Start()
    {
        if (_context.Watcher.IsAvailable)
        {
            _ = _context.Watcher.FollowAsync(_destination, _gone.Token);
        }

        return this;
    }

    public ValueTask<EndpointChoice> ChooseAsync(ImmutableArray<Endpoint> tried, CancellationToken cancellationToken)
    {
        var current = _destination.Current;

        if (current.Status == DestinationStatus.Unknown && (_straight is null || !tried.IsEmpty))
        {
            return ChooseWhenAnsweredAsync(tried, cancellationToken);
        }

        return !tried.IsEmpty && AreAllTried(current.Endpoints, tried)
            ? ChooseAgainAsync(tried.Length, cancellationToken)
            : ValueTask.FromResult(Choose(tried));
    }

    // The source itself needs no disposal: it has no timer, and the watch may still look at its token.
    public void Dispose() => _gone.Cancel();

    private async ValueTask<EndpointChoice> ChooseWhenAnsweredAsync(ImmutableArray<Endpoint> tried, CancellationToken cancellationToken)
    {
        if (!_context.Watcher.IsAvailable)
        {
            return RefusedFor(ProxyErrors.UnknownDestination);
        }

        if (Interlocked.Increment(ref _waiting) > MostWaiting)
        {
            Interlocked.Decrement(ref _waiting);
            return RefusedFor(ProxyErrors.FailFast);
        }

        try
        {
            await _destination.Answered.WaitAsync(_context.BindTimeout, _context.Time, cancellationToken);
            return Choose(tried);
        }
        catch (TimeoutException)
        {
            return RefusedFor(ProxyErrors.DiscoveryTimedOut);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    private async ValueTask<EndpointChoice> ChooseAgainAsync(int attempts, CancellationToken cancellationToken)
    {
        await Task.Delay(Pause * attempts, _context.Time, cancellationToken);
        var choice = Choose([]);
        return choice.Error == ProxyErrors.FailFast ? EndpointChoice.Refused(ConnectError) : choice;
    }

    private EndpointChoice Choose(ImmutableArray<Endpoint> tried)
    {
        var current = _destination.Current;

        if (current.Status == DestinationStatus.Known)
        {
            return current.Endpoints.IsEmpty
                ? EndpointChoice.Refused(ProxyErrors.NoEndpoints)
                : _context.Balancer.Choose(current.Endpoints, tried);
        }

        return _straight is not null && tried.IsEmpty ? EndpointChoice.Of(_straight) : RefusedFor(ProxyErrors.UnknownDestination);
    }

    private static bool AreAllTried(EndpointSet endpoints, ImmutableArray<Endpoint> tried) =>
        !endpoints.IsEmpty && endpoints.Endpoints.All(endpoint => tried.Any(other => other.Address.Equals(endpoint.Address)));

    // Where there was an address to go to, that nobody took the request there says more than what the controller did not tell.
    private EndpointChoice RefusedFor(ProxyError reason) => EndpointChoice.Refused(_straight is null ? reason : ConnectError);
}
