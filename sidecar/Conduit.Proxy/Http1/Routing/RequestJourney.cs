using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Conduit.Model.Failures;
using Conduit.Proxy.Balancing;
using Conduit.Proxy.Forwarding;
using Conduit.Proxy.Http1.Connections;
using Conduit.Proxy.Http1.Exchanges;
using Conduit.Proxy.Http1.Heads;
using Conduit.Proxy.Http2.Frames;
using Conduit.Proxy.Http2.Hpack;
using Conduit.Proxy.Tcp;
using Endpoint = Conduit.Proxy.Balancing.Endpoint;

namespace Conduit.Proxy.Http1.Routing;

/// <summary>
/// Leads a client's requests to endpoints of their routes, to others when those do not take them, and tells counters and taps. It
/// begins anew with each request.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "The lease ends with the request, long before the journey, which is used again.")]
internal sealed class RequestJourney(Http1Routing routing, TcpOrigin origin)
{
    private const int MostAttempts = 3;

    private readonly Exchange _exchange = routing.Exchanges.Create(routing.Time);
    private readonly EndpointLease _lease = new(routing.Time);
    private RouteResult _result;
    private string _authority = "";
    private ImmutableArray<Endpoint> _tried = [];
    private Endpoint? _endpoint;
    private ProxyError? _refusal;
    private long _received;

    /// <returns>What replaces the request's authority; empty to leave it.</returns>
    public ReadOnlySpan<byte> Begin(ReadOnlySpan<byte> head, in RequestLine line, FieldList fields)
    {
        var named = line.Authority(head);
        _authority = Text(named.IsEmpty && fields.Host >= 0 ? fields[fields.Host].Value(head) : named);
        _result = origin.Routes.Resolve(origin.OriginalDestination, _authority);
        _tried = [];
        _refusal = null;
        _received = 0;
        _authority = _result.Route?.Authority ?? _authority;
        var request = new RequestHead(Text(line.Method(head)), "http", _authority, Text(line.Path(head)), IsGrpc: false, IsProbe(head, fields));
        _exchange.Begin(routing.Direction, request, origin.Source);

        if (_exchange.ShowsHeaders)
        {
            _exchange.RequestHeaders = SeenFields.Of(head, fields);
        }

        return _result.Route is { } route ? route.AuthorityBytes.Span : default;
    }

    public void Depart(RelayedExchange exchange)
    {
        if (_result.IsFound)
        {
            Choose(exchange);
        }
        else
        {
            Answer(exchange, _result.Error, "");
        }
    }

    /// <summary>False when there is nowhere else, and what the endpoint did stands.</summary>
    public bool TryElsewhere(RelayedExchange exchange, EndpointFailure failure)
    {
        // Inbound there is only the application, so whoever sent the request knows better where else it can go.
        if (routing.Direction == Direction.Inbound || _tried.Length + 1 == MostAttempts)
        {
            return false;
        }

        var tried = _tried.Add(_endpoint!);
        var choosing = _result.Route!.ChooseAsync(tried, CancellationToken.None);

        if (!choosing.IsCompletedSuccessfully)
        {
            Leave(tried, failure);
            _ = WaitAsync(exchange, exchange.Generation, choosing);
            return true;
        }

        var choice = choosing.Result;

        if (!choice.IsMade)
        {
            _refusal = choice.Error;
            return false;
        }

        Leave(tried, failure);
        Go(exchange, choice);
        return true;
    }

    /// <summary>Another connection to the same endpoint.</summary>
    public EndpointConnection Reopen() => routing.Pools.Get(_endpoint!.Address, _authority).Open();

    public void Fail(RelayedExchange exchange, EndpointFailure failure, string cause)
    {
        EndLease(failure);
        Answer(exchange, failure == EndpointFailure.Broken ? ProxyErrors.UpstreamBroke : _refusal ?? _result.Route!.ConnectError, $"{Spell(failure)}: {cause}");
    }

    /// <summary>Answers in the endpoint's place, and tells operators of it.</summary>
    public void Answer(RelayedExchange exchange, ProxyError error, string cause)
    {
        EndLease(failure: null);
        routing.Errors.Count(error, routing.Direction);
        ForwardingLog.Answered(
            routing.Logger, error.Code, routing.Direction.Label(), _exchange.Source, _exchange.Destination, _exchange.Head.Method, _authority, error.Meaning, cause);
        exchange.Answer(error);
    }

    public TimeSpan Elapsed(long since) => routing.Time.GetElapsedTime(since, routing.Context.Loop.Now);

    /// <summary>The final head of the endpoint's response is there.</summary>
    public void Responded(int status, ReadOnlySpan<byte> head, FieldList fields)
    {
        if (_exchange.ShowsHeaders)
        {
            _exchange.ResponseHeaders = SeenFields.Of(head, fields);
        }

        _lease.Responded();
        _exchange.Responded(status, grpcStatus: null);
    }

    /// <summary>The proxy answered in the endpoint's place.</summary>
    public void Answered(ProxyError error)
    {
        if (_exchange.ShowsHeaders)
        {
            var seen = new SeenHeadersBuilder();
            seen.Add(ProxyError.HeaderName, error.HeaderValue);
            _exchange.ResponseHeaders = seen.Build();
        }

        _lease.Responded();
        _exchange.Responded(error.HttpStatus, grpcStatus: null);
    }

    public void Received(int bytes) => _received += bytes;

    public void Ended()
    {
        EndLease(failure: null);
        _exchange.Received(_received);
        _exchange.Ended();
    }

    /// <summary>The client does not want it any more.</summary>
    public void Cancelled() => Reset(Http2Error.Cancel);

    /// <summary>The response has no proper end.</summary>
    public void Broke() => Reset(Http2Error.Internal);

    private void Reset(Http2Error code)
    {
        EndLease(failure: null);
        _exchange.Received(_received);
        _exchange.Reset(code);
    }

    private void Choose(RelayedExchange exchange)
    {
        var choosing = _result.Route!.ChooseAsync(_tried, CancellationToken.None);

        if (choosing.IsCompletedSuccessfully)
        {
            Go(exchange, choosing.Result);
        }
        else
        {
            _ = WaitAsync(exchange, exchange.Generation, choosing);
        }
    }

    // Leaves the loop while it waits, and comes back to it with the answer if the request is still there.
    private async Task WaitAsync(RelayedExchange exchange, int generation, ValueTask<EndpointChoice> choosing)
    {
        var choice = await choosing.ConfigureAwait(false);
        routing.Context.Loop.Post(() =>
        {
            if (exchange.IsActive && exchange.Generation == generation)
            {
                Go(exchange, choice);
            }
        });
    }

    private void Go(RelayedExchange exchange, EndpointChoice choice)
    {
        if (!choice.IsMade)
        {
            _exchange.SentTo(_exchange.Destination, _tried.IsEmpty ? _result.Route!.Labels : _exchange.Labels);
            Answer(exchange, choice.Error, "");
            return;
        }

        _endpoint = choice.Endpoint;
        _exchange.SentTo(_endpoint.Address, _endpoint.Labels);

        if (routing.Own.IsLoop(routing.Direction, _endpoint.Address, origin.Local.Address))
        {
            Answer(exchange, ProxyErrors.Loop, "");
            return;
        }

        _lease.Begin(_endpoint);
        exchange.SendTo(routing.Pools.Get(_endpoint.Address, _authority).Take());
    }

    private void Leave(ImmutableArray<Endpoint> tried, EndpointFailure failure)
    {
        var cause = Spell(failure);
        ForwardingLog.TryingElsewhere(routing.Logger, _exchange.Source, _endpoint!.Address, cause);
        _tried = tried;
        EndLease(failure);
    }

    private void EndLease(EndpointFailure? failure)
    {
        // An endpoint that breaks off may mean this request alone.
        if (failure is EndpointFailure.ConnectFailed or EndpointFailure.Unreachable)
        {
            _lease.Failed();
        }

        _lease.Dispose();
    }

    private string Text(ReadOnlySpan<byte> value) => routing.Strings.Get(value, HeaderHash.Of(value, 0));

    private bool IsProbe(ReadOnlySpan<byte> head, FieldList fields) =>
        routing.Direction == Direction.Inbound && fields.UserAgent >= 0 && fields[fields.UserAgent].Value(head).StartsWith("kube-probe/"u8);

    private static string Spell(EndpointFailure failure) => failure switch
    {
        EndpointFailure.ConnectFailed => "no connection",
        EndpointFailure.Unreachable => "unreachable",
        _ => "connection broke",
    };
}
