using Conduit.Model.Durations;

namespace Conduit.Model.Tests.Durations;

public sealed class GoDurationTests
{
    [Theory]
    [InlineData("300ms", 0.3)]
    [InlineData("10s", 10)]
    [InlineData("1m30s", 90)]
    [InlineData("1.5h", 5400)]
    [InlineData("0", 0)]
    [InlineData("0s", 0)]
    public void Reads_what_go_writes(string text, double seconds)
    {
        Assert.True(GoDuration.TryParse(text, out var duration));
        Assert.Equal(seconds, duration.TotalSeconds, precision: 6);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("10")]
    [InlineData("-1s")]
    [InlineData("1 s")]
    [InlineData("1d")]
    [InlineData("s")]
    [InlineData("99999999999999999h")]
    public void Refuses_everything_else(string? text) => Assert.False(GoDuration.TryParse(text, out _));

    [Theory]
    [InlineData(0, "0s")]
    [InlineData(0.25, "250ms")]
    [InlineData(60, "1m")]
    [InlineData(90, "1m30s")]
    [InlineData(3600, "1h")]
    [InlineData(1.5, "1.5s")]
    public void Writes_the_shortest_form_that_reads_back(double seconds, string text)
    {
        Assert.Equal(text, GoDuration.Format(TimeSpan.FromSeconds(seconds)));
        Assert.True(GoDuration.TryParse(text, out var back));
        Assert.Equal(seconds, back.TotalSeconds, precision: 6);
    }
}
