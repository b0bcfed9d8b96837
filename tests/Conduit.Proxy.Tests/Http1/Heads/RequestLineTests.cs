using System.Text;
using Conduit.Proxy.Http1.Heads;

namespace Conduit.Proxy.Tests.Http1.Heads;

public sealed class RequestLineTests
{
    [Theory]
    [InlineData("GET /a?b HTTP/1.1", "Origin", "", "/a?b")]
    [InlineData("OPTIONS * HTTP/1.1", "Asterisk", "", "*")]
    [InlineData("CONNECT a.b:443 HTTP/1.1", "Authority", "a.b:443", "")]
    [InlineData("GET http://a.b:81/c?d HTTP/1.0", "Absolute", "a.b:81", "/c?d")]
    [InlineData("GET http://a.b HTTP/1.1", "Absolute", "a.b", "/")]
    [InlineData("GET http://[::1]:80?x HTTP/1.1", "Absolute", "[::1]:80", "?x")]
    [InlineData("M-SEARCH! //x HTTP/1.1", "Origin", "", "//x")]
    public void A_target_is_read_in_every_form(string text, string form, string authority, string path)
    {
        var head = Encoding.Latin1.GetBytes(text + "\r\n\r\n");

        Assert.True(RequestLine.TryRead(head, out var line));

        Assert.Equal(form, line.Form.ToString());
        Assert.Equal(authority, Encoding.Latin1.GetString(line.Authority(head)));
        Assert.Equal(path, Encoding.Latin1.GetString(line.Path(head)));
        Assert.Equal(text[^1] - '0', line.Minor);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" / HTTP/1.1")]
    [InlineData("GET HTTP/1.1")]
    [InlineData("GET  HTTP/1.1")]
    [InlineData("GET / HTTP/1.2")]
    [InlineData("GET / http/1.1")]
    [InlineData("GET / HTTP/1.1 ")]
    [InlineData("G(T / HTTP/1.1")]
    [InlineData("GET example.com HTTP/1.1")]
    [InlineData("GET ://x HTTP/1.1")]
    public void Anything_else_is_none(string text) => Assert.False(RequestLine.TryRead(Encoding.Latin1.GetBytes(text + "\r\n\r\n"), out _));
}
