using Conduit.Grpc.Headers;

namespace Conduit.Grpc.Tests.Headers;

public sealed class PercentEncodingTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("plain ASCII ~!", "plain ASCII ~!")]
    [InlineData("100%", "100%25")]
    [InlineData("a\nb\u007f", "a%0Ab%7F")]
    [InlineData("Grüße", "Gr%C3%BC%C3%9Fe")]
    [InlineData("🍩", "%F0%9F%8D%A9")]
    public void Text_is_encoded_and_comes_back(string text, string encoded)
    {
        Assert.Equal(encoded, PercentEncoding.Encode(text));
        Assert.Equal(text, PercentEncoding.Decode(encoded));
    }

    [Theory]
    [InlineData("%", "%")]
    [InlineData("%2", "%2")]
    [InlineData("%zz", "%zz")]
    [InlineData("100% sure", "100% sure")]
    [InlineData("%41%", "A%")]
    [InlineData("%c3%bc", "ü")]
    [InlineData("Grüße %41", "Grüße A")]
    public void What_is_no_escape_stays_as_it_is(string encoded, string text) => Assert.Equal(text, PercentEncoding.Decode(encoded));
}
