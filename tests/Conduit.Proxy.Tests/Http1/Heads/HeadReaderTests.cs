using System.Text;
using Conduit.Proxy.Http1;
using Conduit.Proxy.Http1.Heads;

namespace Conduit.Proxy.Tests.Http1.Heads;

public sealed class HeadReaderTests
{
    private const string Head = "GET / HTTP/1.1\r\nHost: a\r\nX-Empty:\r\nX-Wide:\t b\tc \t\r\nContent-Length: 3\r\nConnection: close, X-Empty\r\n\r\n";

    [Fact]
    public void A_head_is_read_once_its_last_byte_is_there()
    {
        var reader = new HeadReader(new Http1Options());
        var fields = new FieldList(100);
        var bytes = Encoding.Latin1.GetBytes(Head + "abc");

        for (var length = 1; length < Head.Length; length++)
        {
            Assert.Equal(HeadResult.Incomplete, reader.ReadRequest(bytes.AsSpan(0, length), fields, out _, out _));
        }

        Assert.Equal(HeadResult.Complete, reader.ReadRequest(bytes, fields, out _, out var read));
        Assert.Equal(Head.Length, read);
    }

    [Fact]
    public void Fields_are_found_with_their_values_and_what_they_mean()
    {
        var fields = new FieldList(100);
        var bytes = Encoding.Latin1.GetBytes(Head);

        Assert.Equal(HeadResult.Complete, new HeadReader(new Http1Options()).ReadRequest(bytes, fields, out _, out _));

        Assert.Equal(
            ["Host=a", "X-Empty=", "X-Wide=b\tc", "Content-Length=3", "Connection=close, X-Empty"],
            Enumerable.Range(0, fields.Count).Select(index => $"{Text(fields[index].Name(bytes))}={Text(fields[index].Value(bytes))}"));
        Assert.Equal(3, fields.ContentLength);
        Assert.Equal(ConnectionOptions.Close | ConnectionOptions.Named, fields.Connection);
    }

    [Theory]
    [InlineData(63, "TooLarge")]
    [InlineData(64, "Complete")]
    public void The_limit_holds_to_the_byte(int limit, string expected)
    {
        var head = $"GET /{new string('x', 64 - 18)} HTTP/1.1\r\n\r\n";
        var reader = new HeadReader(new Http1Options { MaxHeadLength = limit });

        Assert.Equal(expected, reader.ReadRequest(Encoding.Latin1.GetBytes(head), new FieldList(10), out _, out _).ToString());
    }

    [Fact]
    public void A_line_that_ends_with_a_bare_line_feed_is_noticed_before_the_end() =>
        Assert.Equal(HeadResult.Malformed, new HeadReader(new Http1Options()).ReadRequest("GET / HTTP/1.1\r\nHost: a\n"u8, new FieldList(10), out _, out _));

    private static string Text(ReadOnlySpan<byte> bytes) => Encoding.Latin1.GetString(bytes);
}
