using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using Conduit.Model.Failures;
using Conduit.Proxy.Balancing;
using Conduit.Proxy.Forwarding;
using Conduit.Proxy.Http2.Frames;
using Conduit.Proxy.Http2.Hpack;
using Conduit.Proxy.Http2.Streams;
using Endpoint = Conduit.Proxy.Balancing.Endpoint;

namespace Conduit.Proxy.Http2.Routing;

/// <summary>
/// Leads a request to an endpoint of its route, to others when that does not take it, and tells counters and taps. Kept for the next
/// request when it is over.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "The lease ends with the request, long before the journey, which is used again.")]
internal sealed class ExchangeJourney(RelayRouting routing) : IStreamJourney
{
    private const int MostAttempts = 3;

    private readonly Exchange _exchange = routing.Exchanges.Create(routing.Time);
    private readonly EndpointLease _lease = new(routing.Time);
    private RouteResult _result;
    private IPAddress? _local;
    private ImmutableArray<Endpoint> _tried = [];
    private Endpoint? _endpoint;
    private int _attempts;

    public void Begin(in RequestHead head, HeaderBlock fields, IPEndPoint source, RouteResult result, IPAddress? local)
    {
        _exchange.Begin(routing.Direction, head, source);

        if (_exchange.ShowsHeaders)
        {
            _exchange.RequestHeaders = SeenFields.Of(fields);
        }

        (_result, _local) = (result, local);
        _tried = [];
        _attempts = 0;
    }

    public void Depart(RelayedStream stream)
    {
        if (_result.IsFound)
        {
            Choose(stream, failure: null);
        }
        else
        {
            Answer(stream, _result.Error, "");
        }
    }

    public bool TryAgain(RelayedStream stream, UpstreamFailure failure)
    {
        EndLease(failure);

        // Inbound there is only the application, so whoever sent the request knows better where else it can go.
        var isHopeless = failure != UpstreamFailure.GoneAway && routing.Direction == Direction.Inbound;

        if (isHopeless || _attempts == MostAttempts || stream.EndpointCode == Http2Error.Http11Required)
        {
            return false;
        }

        if (failure != UpstreamFailure.GoneAway)
        {
            _tried = _tried.Add(_endpoint!);
            var cause = Spell(failure);
            ForwardingLog.TryingElsewhere(routing.Logger, _exchange.Source, _endpoint!.Address, cause);
        }

        Choose(stream, failure);
        return true;
    }

    public void Fail(RelayedStream stream, UpstreamFailure failure)
    {
        EndLease(failure);

        if (failure is UpstreamFailure.Refused or UpstreamFailure.GoneAway)
        {
            stream.Refuse(stream.EndpointCode == Http2Error.None ? Http2Error.RefusedStream : stream.EndpointCode);
        }
        else if (failure == UpstreamFailure.Broken)
        {
            Answer(stream, ProxyErrors.UpstreamBroke, Spell(failure));
        }
        else if (routing.Direction == Direction.Inbound)
        {
            // Says to the proxy on the other side that nothing was done with the request.
            routing.Tell(_exchange, _result.Route!.ConnectError, Spell(failure));
            stream.Refuse(Http2Error.RefusedStream);
        }
        else
        {
            Answer(stream, _result.Route!.ConnectError, Spell(failure));
        }
    }

    public void Responded(RelayedStream stream, HeaderBlock head, int status, int? grpcStatus)
    {
        _lease.Responded();

        if (_exchange.ShowsHeaders)
        {
            _exchange.ResponseHeaders = SeenFields.Of(head);
        }

        _exchange.Responded(status, grpcStatus);
    }

    public void Received(RelayedStream stream, int bytes) => _exchange.Received(bytes);

    public void Ended(RelayedStream stream, int? grpcStatus, Http2Error? reset)
    {
        _lease.Dispose();

        if (reset is { } code)
        {
            _exchange.Reset(code);
        }
        else
        {
            _exchange.Concluded(grpcStatus);
            _exchange.Ended();
        }

        _endpoint = null;
        routing.Journeys.Push(this);
    }

    private void Choose(RelayedStream stream, UpstreamFailure? failure)
    {
        _attempts++;
        var choosing = _result.Route!.ChooseAsync(_tried, CancellationToken.None);

        if (choosing.IsCompletedSuccessfully)
        {
            Go(stream, choosing.Result, failure);
        }
        else
        {
            _ = WaitAsync(stream, stream.Generation, choosing, failure);
        }
    }

    // Leaves the loop while it waits, and comes back to it with the answer if the request is still there.
    private async Task WaitAsync(RelayedStream stream, int generation, ValueTask<EndpointChoice> choosing, UpstreamFailure? failure)
    {
        var choice = await choosing.ConfigureAwait(false);
        routing.Context.Loop.Post(() =>
        {
            if (stream.IsLive && stream.Generation == generation)
            {
                Go(stream, choice, failure);
            }
        });
    }

    private void Go(RelayedStream stream, EndpointChoice choice, UpstreamFailure? failure)
    {
        if (!choice.IsMade)
        {
            GiveUp(stream, choice.Error, failure);
            return;
        }

        _endpoint = choice.Endpoint;
        _exchange.SentTo(_endpoint.Address, _endpoint.Labels);

        if (routing.Own.IsLoop(routing.Direction, _endpoint.Address, _local))
        {
            Answer(stream, ProxyErrors.Loop, "");
            return;
        }

        _lease.Begin(_endpoint);
        stream.SendTo(routing.Pools.Get(_endpoint.Address));
    }

    private void GiveUp(RelayedStream stream, ProxyError error, UpstreamFailure? failure)
    {
        if (failure is UpstreamFailure.Refused)
        {
            // Nobody else is there, so the client gets what the endpoint said.
            Fail(stream, UpstreamFailure.Refused);
            return;
        }

        _exchange.SentTo(_exchange.Destination, _tried.IsEmpty ? _result.Route!.Labels : _exchange.Labels);
        Answer(stream, error, "");
    }

    private void Answer(RelayedStream stream, ProxyError error, string cause)
    {
        routing.Tell(_exchange, error, cause);
        stream.Answer(error);
    }

    private static string Spell(UpstreamFailure failure) => failure switch
    {
        UpstreamFailure.ConnectFailed => "no connection",
        UpstreamFailure.Refused => "refused",
        UpstreamFailure.GoneAway => "going away",
        UpstreamFailure.Broken => "connection broke",
        _ => "no streams left",
    };

    private void EndLease(UpstreamFailure failure)
    {
        if (failure is UpstreamFailure.ConnectFailed or UpstreamFailure.Broken)
        {
            _lease.Failed();
        }

        _lease.Dispose();
    }
}
