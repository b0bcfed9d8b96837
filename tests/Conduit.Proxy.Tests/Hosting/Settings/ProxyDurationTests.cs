using Conduit.Proxy.Hosting.Settings;

namespace Conduit.Proxy.Tests.Hosting.Settings;

public sealed class ProxyDurationTests
{
    [Theory]
    [InlineData("0ms", 0)]
    [InlineData("23ms", 23)]
    [InlineData(" 456789ms\t", 456_789)]
    [InlineData("23s", 23_000)]
    [InlineData("23m", 1_380_000)]
    [InlineData("23h", 82_800_000)]
    [InlineData("23d", 1_987_200_000)]
    [InlineData("0", 0)]
    public void A_whole_number_and_a_unit_are_a_duration(string text, double milliseconds)
    {
        Assert.True(ProxyDuration.TryParse(text, out var duration));
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), duration);
    }

    [Theory]
    [InlineData(".123h")]
    [InlineData("1.23h")]
    [InlineData("1 ms")]
    [InlineData("123456789012345678901234567890ms")]
    [InlineData("9223372036854775807d")]
    [InlineData("12moons")]
    [InlineData("12y")]
    [InlineData("1")]
    [InlineData("ms")]
    [InlineData("-1s")]
    [InlineData("")]
    public void Anything_else_is_none(string text) => Assert.False(ProxyDuration.TryParse(text, out _));
}
