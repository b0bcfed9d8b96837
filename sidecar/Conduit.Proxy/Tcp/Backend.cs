using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Conduit.Model.Failures;
using Conduit.Proxy.Balancing;
using Conduit.Proxy.Forwarding;
using Conduit.Proxy.Transport;
using Endpoint = Conduit.Proxy.Balancing.Endpoint;

namespace Conduit.Proxy.Tcp;

/// <summary>
/// A connection to an endpoint of a route. While it is being made, other endpoints are tried in place of those that cannot be reached:
/// no byte was sent, so nobody notices.
/// </summary>
internal sealed class Backend(TcpRouting routing, TcpOrigin origin) : IConnectionHandler
{
    private const int MostAttempts = 3;

    private IRoute? _route;
    private ImmutableArray<Endpoint> _tried = [];
    private TcpLease? _lease;
    private bool _isLeft;

    /// <summary>Who hears of it.</summary>
    public IBackendOwner Owner { get; set; } = null!;

    /// <summary>Null until there is one that may yet fail.</summary>
    public Connection? Connection { get; private set; }

    public bool IsConnected => Connection is { IsConnected: true, IsClosed: false };

    /// <summary>Where the connection leads.</summary>
    public Endpoint? Endpoint { get; private set; }

    /// <summary>What was kept.</summary>
    public byte[] Early { get; private set; } = [];

    public void Open()
    {
        var result = origin.Routes.Resolve(origin.OriginalDestination, authority: null);

        if (result.IsFound)
        {
            _route = result.Route;
            Choose();
        }
        else
        {
            Fail(result.Error);
        }
    }

    /// <summary>Gives it up; its owner hears no more of it.</summary>
    public void Leave(CloseReason reason)
    {
        _isLeft = true;
        Connection?.Close(reason);
    }

    /// <summary>Tells operators that a client was turned away because of its failure.</summary>
    public void Tell(ProxyError error) => routing.Tell(error, origin, Endpoint?.Address ?? origin.OriginalDestination);

    /// <summary>Puts aside what the endpoint said too early; it says no more until it is asked to.</summary>
    public void Keep(ReadOnlySpan<byte> bytes)
    {
        Early = [.. Early, .. bytes];
        Connection!.PauseReading();
    }

    /// <summary>Gives the connection away, to be used for something else. False when there is none; then it is given up.</summary>
    public bool TryDetach([NotNullWhen(true)] out Connection? connection)
    {
        _isLeft = true;
        EndLease();
        connection = Connection is { IsClosed: false } ? Connection : null;
        return connection is not null;
    }

    public void OnConnected()
    {
        _lease!.Connected();
        Owner.OnBackendConnected();
    }

    public void OnReceived(ReadOnlySpan<byte> bytes) => Owner.OnBackendReceived(bytes);

    public void OnEnd() => Owner.OnBackendEnd();

    public void OnDrained() => Owner.OnBackendDrained();

    public void OnClosed(CloseReason reason)
    {
        var wasConnected = Connection!.IsConnected;
        EndLease();

        if (_isLeft)
        {
            return;
        }

        if (wasConnected)
        {
            Owner.OnBackendClosed(reason);
        }
        else
        {
            TryElsewhere();
        }
    }

    private void TryElsewhere()
    {
        Endpoint!.Health.Failed();
        _tried = _tried.Add(Endpoint);

        if (_tried.Length == MostAttempts)
        {
            Fail(_route!.ConnectError);
        }
        else
        {
            Choose();
        }
    }

    private void Choose()
    {
        var choosing = _route!.ChooseAsync(_tried, CancellationToken.None);

        if (choosing.IsCompletedSuccessfully)
        {
            Connect(choosing.Result);
        }
        else
        {
            _ = WaitAsync(choosing);
        }
    }

    // Leaves the loop while it waits, and comes back to it with the answer.
    private async Task WaitAsync(ValueTask<EndpointChoice> choosing)
    {
        var choice = await choosing.ConfigureAwait(false);
        routing.Loop.Post(() => Connect(choice));
    }

    private void Connect(EndpointChoice choice)
    {
        if (_isLeft)
        {
            return;
        }

        if (!choice.IsMade)
        {
            Fail(choice.Error);
            return;
        }

        Endpoint = choice.Endpoint;

        if (routing.Own.IsLoop(routing.Direction, Endpoint.Address, origin.Local.Address))
        {
            Fail(ProxyErrors.Loop);
            return;
        }

        _lease = new TcpLease(Endpoint, routing.Time);
        Connection = routing.Loop.Connect(Endpoint.Address, routing.ConnectTimeout, this);
        Connection.Meter = routing.Meters();
    }

    private void Fail(ProxyError error)
    {
        _isLeft = true;
        Owner.OnBackendFailed(error);
    }

    private void EndLease()
    {
        _lease?.End();
        _lease = null;
    }
}
