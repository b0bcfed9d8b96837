using System.Globalization;
using System.Net;
using System.Text;
using Conduit.Proxy.Http1;
using Conduit.Proxy.Http1.Heads;
using Conduit.Proxy.Transport;

namespace Conduit.Proxy.Admin;

/// <summary>One operator's or probe's connection: requests in HTTP/1, each answered at once.</summary>
internal sealed class AdminConnection(AdminApplication application, Connection connection) : IConnectionHandler
{
    private static readonly Http1Options Options = new() { MaxHeadLength = 16 * 1024, MaxFields = 100 };

    private readonly HeadReader _heads = new(Options);
    private readonly FieldList _fields = new(Options.MaxFields);
    private byte[] _early = [];

    public void OnConnected()
    {
    }

    public void OnReceived(ReadOnlySpan<byte> bytes)
    {
        var rest = _early.Length == 0 ? bytes : (byte[])[.. _early, .. bytes];

        while (!rest.IsEmpty && !connection.IsClosed && ReferenceEquals(connection.Handler, this))
        {
            var result = _heads.ReadRequest(rest, _fields, out var line, out var length);

            if (result == HeadResult.Incomplete)
            {
                break;
            }

            if (result != HeadResult.Complete)
            {
                Write(AdminAnswer.Text(400, "bad request\n"), hasBody: true, closes: true);
                return;
            }

            Answer(rest[..length], line);
            rest = rest[length..];
        }

        _early = rest.ToArray();
    }

    public void OnEnd() => connection.CloseAfterFlush();

    public void OnDrained()
    {
    }

    public void OnClosed(CloseReason reason)
    {
    }

    private static bool IsLoopback(IPEndPoint? address) =>
        address is not null && IPAddress.IsLoopback(address.Address.IsIPv4MappedToIPv6 ? address.Address.MapToIPv4() : address.Address);

    private void Answer(ReadOnlySpan<byte> head, in RequestLine line)
    {
        var path = Encoding.Latin1.GetString(line.Path(head));
        var request = new AdminRequest(
            Encoding.Latin1.GetString(line.Method(head)), path.Split('?', 2)[0], TakesGzip(head), IsLoopback(connection.RemoteAddress));

        // No request here has use for a body, and a connection whose body was not read cannot be read on.
        var hasBody = _fields.ContentLength > 0 || _fields.HasTransferEncoding;
        var closes = hasBody || line.Minor == 0 || _fields.Connection.HasFlag(ConnectionOptions.Close);
        Write(application.Answer(request), request.Method != "HEAD", closes);
    }

    private bool TakesGzip(ReadOnlySpan<byte> head)
    {
        for (var index = 0; index < _fields.Count; index++)
        {
            if (Ascii.EqualsIgnoreCase(_fields[index].Name(head), "accept-encoding"u8) && _fields[index].Value(head).IndexOf("gzip"u8) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private void Write(AdminAnswer answer, bool hasBody, bool closes)
    {
        var more = (answer.IsCompressed ? "Content-Encoding: gzip\r\n" : "") + (closes ? "Connection: close\r\n" : "");
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"HTTP/1.1 {answer.Status} {(HttpStatusCode)answer.Status}\r\nContent-Type: {answer.ContentType}\r\nContent-Length: {answer.Content.Length}\r\n{more}\r\n");
        connection.Output.Write(Encoding.ASCII.GetBytes(head));

        if (hasBody)
        {
            connection.Output.Write(answer.Content);
        }

        if (closes)
        {
            connection.CloseAfterFlush();
        }
        else
        {
            connection.Flush();
        }
    }
}
