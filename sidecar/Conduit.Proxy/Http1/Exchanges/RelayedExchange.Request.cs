using Conduit.Model.Failures;
using Conduit.Proxy.Http1.Bodies;
using Conduit.Proxy.Http1.Heads;
using Conduit.Proxy.Transport;

namespace Conduit.Proxy.Http1.Exchanges;

/// <content>The client's side: the request on its way.</content>
internal sealed partial class RelayedExchange
{
    private BodyScanner _requestBody;
    private bool _isRequestDone;
    private bool _isBodyBegun;
    private bool _isHead;
    private bool _isConnect;
    private bool _isIdempotent;
    private bool _isUpgrade;
    private bool _expectsContinue;

    /// <summary>Begins with the request whose fields were just read.</summary>
    public void Begin(ReadOnlySpan<byte> head, in RequestLine line)
    {
        var fields = context.Request;
        var method = line.Method(head);
        IsActive = true;
        _minor = line.Minor;
        _isHead = method.SequenceEqual("HEAD"u8);
        _isConnect = line.Form == TargetForm.Authority;
        _isIdempotent = !method.SequenceEqual("POST"u8) && !method.SequenceEqual("PATCH"u8) && !_isConnect;
        _isUpgrade = Upgrades(head, line, fields);
        _expectsContinue = fields.HasExpect;
        _closesClient = (fields.Connection & ConnectionOptions.Close) != 0
            || (_minor == 0 && (fields.Connection & ConnectionOptions.KeepAlive) == 0);
        _requestBody = BodyScanner.OfRequest(fields);
        _isRequestDone = _requestBody.Kind == BodyKind.None;
        _isBodyBegun = _hasResponse = _isResponseDone = _isTunnel = _isEndpointPersistent = false;
        var authority = journey.Begin(head, line, fields);
        _copy.Begin(context.Editor.EditRequest(head, line, fields, new HeadEdit
        {
            Connection = SaidToEndpoint(head, fields),
            KeepsUpgrade = _isUpgrade,
            Authority = authority,
        }));
        journey.Depart(this);
    }

    /// <returns>How many of the bytes belong to the request and are on their way.</returns>
    public int TakeRequest(ReadOnlySpan<byte> bytes)
    {
        if (_isTunnel)
        {
            Send(bytes);
            return bytes.Length;
        }

        // What comes after the request is the next one's, or a tunnel's that is not there yet.
        if (_isRequestDone || _endpoint is null)
        {
            return 0;
        }

        var progress = _requestBody.Take(bytes, out var taken, out _);

        if (progress == BodyProgress.Broken)
        {
            FailRequest();
            return bytes.Length;
        }

        _isBodyBegun = true;
        _copy.AddBody(bytes[..taken]);
        Send(bytes[..taken]);
        _isRequestDone = progress == BodyProgress.Done;
        CompleteWhenDone();
        return taken;
    }

    /// <summary>The client will send no more.</summary>
    public void ClientEnded()
    {
        if (_isTunnel || _isRequestDone)
        {
            // Some servers take this for a client that is gone, others answer it; either way it is the endpoint's to decide.
            _endpoint?.Transport.End();
        }
        else
        {
            Cancel();
            client.Transport.Close(CloseReason.Ended);
        }
    }

    private void Send(ReadOnlySpan<byte> bytes)
    {
        _endpoint!.Transport.Output.Write(bytes);
        _endpoint.Transport.Flush();
    }

    // The endpoint must not take what it has for all of it, so its connection ends too.
    private void FailRequest()
    {
        if (_hasResponse)
        {
            journey.Cancelled();
            End()?.Abandon();
            client.Transport.CloseAfterFlush();
        }
        else
        {
            journey.Answer(this, ProxyErrors.BadRequest, "malformed body");
        }
    }

    // To HTTP/2 is no upgrade that a relay of HTTP/1 could follow; the request does as well without (RFC 9113 §3.1).
    private static bool Upgrades(ReadOnlySpan<byte> head, in RequestLine line, FieldList fields) =>
        line.Minor == 1
        && fields.Upgrade >= 0
        && (fields.Connection & ConnectionOptions.Upgrade) != 0
        && !ConnectionTokens.Contains(fields[fields.Upgrade].Value(head), "h2c"u8);

    private ReadOnlySpan<byte> SaidToEndpoint(ReadOnlySpan<byte> head, FieldList fields)
    {
        // HTTP/1.0 keeps connections only when it is asked to.
        return _isUpgrade ? Spelled(head, fields, ConnectionOptions.Upgrade, "Upgrade"u8)
            : _minor == 0 && !_closesClient ? Spelled(head, fields, ConnectionOptions.KeepAlive, "keep-alive"u8)
            : default;
    }

    /// <summary>The option as the sender spelled it, where it said nothing else.</summary>
    private static ReadOnlySpan<byte> Spelled(ReadOnlySpan<byte> head, FieldList fields, ConnectionOptions option, ReadOnlySpan<byte> otherwise) =>
        fields.Connection == option ? fields[fields.ConnectionField].Value(head) : otherwise;
}
