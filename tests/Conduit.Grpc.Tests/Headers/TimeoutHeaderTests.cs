using System.Globalization;
using Conduit.Grpc.Headers;

namespace Conduit.Grpc.Tests.Headers;

public sealed class TimeoutHeaderTests
{
    [Theory]
    [InlineData("00:00:00", "0u")]
    [InlineData("-00:00:01", "0u")]
    [InlineData("00:00:00.0000001", "1u")]
    [InlineData("00:00:01", "1000000u")]
    [InlineData("00:01:39.999999", "99999999u")]
    [InlineData("00:01:40", "100000m")]
    [InlineData("1.03:46:39.999", "99999999m")]
    [InlineData("1.03:46:40.001", "100001S")]
    [InlineData("1157.09:46:40", "1666667M")]
    [InlineData("10675199.02:48:05.4775807", "256204779H")]
    public void A_timeout_takes_the_finest_unit_that_holds_it_rounded_up(string timeout, string expected) =>
        Assert.Equal(Clamp(expected), TimeoutHeader.Format(TimeSpan.Parse(timeout, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("0n", 0)]
    [InlineData("250n", 2)]
    [InlineData("1u", 10)]
    [InlineData("15m", 150_000)]
    [InlineData("20S", 200_000_000)]
    [InlineData("3M", 1_800_000_000)]
    [InlineData("1H", 36_000_000_000)]
    [InlineData("99999999H", 99_999_999 * 36_000_000_000)]
    public void Every_unit_is_understood(string text, long ticks)
    {
        Assert.True(TimeoutHeader.TryParse(text, out var timeout));
        Assert.Equal(ticks, timeout.Ticks);
    }

    [Theory]
    [InlineData("")]
    [InlineData("S")]
    [InlineData("1")]
    [InlineData("1s")]
    [InlineData("-1S")]
    [InlineData("+1S")]
    [InlineData(" 1S")]
    [InlineData("1.5S")]
    [InlineData("123456789S")]
    public void What_is_no_timeout_is_told(string text) => Assert.False(TimeoutHeader.TryParse(text, out _));

    private static string Clamp(string text) => text.Length > 9 ? "99999999" + text[^1] : text;
}
