using Conduit.Proxy.Http1.Bodies;
using Conduit.Proxy.Http1.Heads;

namespace Conduit.Proxy.Http1.Exchanges;

/// <content>The endpoint's side: the response on its way.</content>
internal sealed partial class RelayedExchange
{
    private BodyScanner _responseBody;
    private bool _hasResponse;
    private bool _isResponseDone;
    private bool _isTunnel;
    private bool _isEndpointPersistent;

    /// <returns>How many of the bytes belong to the response; with fewer than all, the rest waits for more or belongs to nothing.</returns>
    public int TakeResponse(ReadOnlySpan<byte> bytes)
    {
        var (generation, endpoint) = (Generation, _endpoint);
        var total = 0;

        while (total < bytes.Length && generation == Generation && ReferenceEquals(endpoint, _endpoint) && !_isResponseDone)
        {
            var taken = _hasResponse ? TakeBody(bytes[total..]) : TakeHead(bytes[total..]);

            if (taken == 0)
            {
                break;
            }

            total += taken;
        }

        return total;
    }

    private int TakeHead(ReadOnlySpan<byte> bytes)
    {
        var result = _endpoint!.Heads.ReadResponse(bytes, context.Response, out var line, out var length);

        if (result == HeadResult.Incomplete)
        {
            return 0;
        }

        if (result != HeadResult.Complete)
        {
            FailResponse("malformed head");
            return bytes.Length;
        }

        var head = bytes[..length];

        if (line.Status == 101 || (_isConnect && line.Status / 100 == 2))
        {
            BeginTunnel(head, line);
        }
        else if (line.Status < 200)
        {
            Inform(head, line);
        }
        else if (!IsUnreachable(head, line) || !TryElsewhere())
        {
            Respond(head, line);
        }

        return length;
    }

    // HTTP/1.0 knows of no interim responses (RFC 9110 §15.2).
    private void Inform(ReadOnlySpan<byte> head, in StatusLine line)
    {
        _expectsContinue &= line.Status != 100;

        if (_minor == 1)
        {
            Deliver(context.Editor.EditResponse(head, context.Response, default));
        }
    }

    private void BeginTunnel(ReadOnlySpan<byte> head, in StatusLine line)
    {
        if (!_isRequestDone || (!_isUpgrade && !_isConnect))
        {
            FailResponse("unwanted upgrade");
            return;
        }

        _hasResponse = _isTunnel = true;
        _copy.Drop();
        journey.Responded(line.Status, head, context.Response);
        Deliver(context.Editor.EditResponse(head, context.Response, new HeadEdit
        {
            Connection = _isUpgrade ? Spelled(head, context.Response, ConnectionOptions.Upgrade, "Upgrade"u8) : default,
            KeepsUpgrade = true,
        }));
        client.ReadOn();
    }

    private void Respond(ReadOnlySpan<byte> head, in StatusLine line)
    {
        var fields = context.Response;
        _hasResponse = true;
        _copy.Drop();
        _responseBody = BodyScanner.OfResponse(fields, _isHead || line.Status is 204 or 304);
        var isDelimited = _responseBody.Kind != BodyKind.UntilClose;
        _isEndpointPersistent = isDelimited && Persists(fields.Connection, line.Minor & _minor);

        // A client that was not told to go on may send the body or the next request; nobody could tell which.
        var isUndecided = _expectsContinue && !_isRequestDone && !_isBodyBegun;
        _isRequestDone |= isUndecided;
        _isEndpointPersistent &= !isUndecided;
        _closesClient |= !isDelimited || isUndecided || client.IsDraining;
        journey.Responded(line.Status, head, fields);
        Deliver(context.Editor.EditResponse(head, fields, new HeadEdit
        {
            Connection = SaidToClient(head, line, fields),
            KeepsUpgrade = line.Status == 426,
            DropsLength = fields.HasTransferEncoding,
        }));

        if (_responseBody.Kind == BodyKind.None)
        {
            EndResponse();
        }
    }

    private int TakeBody(ReadOnlySpan<byte> bytes)
    {
        if (_isTunnel)
        {
            journey.Received(bytes.Length);
            Deliver(bytes);
            return bytes.Length;
        }

        var progress = _responseBody.Take(bytes, out var taken, out var content);
        journey.Received(content);
        Deliver(bytes[..taken]);

        if (progress == BodyProgress.Done)
        {
            EndResponse();
        }
        else if (progress == BodyProgress.Broken)
        {
            FailResponse("malformed body");
            return bytes.Length;
        }

        return taken;
    }

    private void EndResponse()
    {
        _isResponseDone = true;

        // Before the client can see the end, so that whoever counts after it counts this one.
        journey.Ended();
    }

    private void Deliver(ReadOnlySpan<byte> bytes)
    {
        client.Transport.Output.Write(bytes);
        client.Transport.Flush();

        if (client.Transport.IsCongested)
        {
            _endpoint!.Transport.PauseReading();
        }
    }

    private static bool Persists(ConnectionOptions options, int minor) =>
        (options & ConnectionOptions.Close) == 0 && (minor == 1 || (options & ConnectionOptions.KeepAlive) != 0);

    private ReadOnlySpan<byte> SaidToClient(ReadOnlySpan<byte> head, in StatusLine line, FieldList fields) => (_closesClient, _minor & line.Minor) switch
    {
        _ when line.Status == 426 => Spelled(head, fields, ConnectionOptions.Upgrade, "Upgrade"u8),
        (true, 1) => Spelled(head, fields, ConnectionOptions.Close, "close"u8),
        (false, 0) => Spelled(head, fields, ConnectionOptions.KeepAlive, "keep-alive"u8),
        _ => default,
    };
}
