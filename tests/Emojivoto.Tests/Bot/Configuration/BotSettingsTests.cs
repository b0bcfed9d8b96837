using Emojivoto.Bot.Configuration;

namespace Emojivoto.Tests.Bot.Configuration;

public sealed class BotSettingsTests
{
    [Fact]
    public void Only_the_web_host_is_needed()
    {
        var read = BotSettings.TryRead(name => name == "WEB_HOST" ? "web-svc.emojivoto:80" : null, out var settings, out _);

        Assert.True(read);
        Assert.Equal(new BotSettings(new Uri("http://web-svc.emojivoto"), TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan), settings);
    }

    [Fact]
    public void A_rate_is_votes_a_second_and_a_time_to_live_is_seconds()
    {
        var environment = new Dictionary<string, string> { ["WEB_HOST"] = "127.0.0.1:8080", ["REQUEST_RATE"] = "20", ["TTL"] = "90" };

        Assert.True(BotSettings.TryRead(environment.GetValueOrDefault, out var settings, out _));

        Assert.Equal(TimeSpan.FromMilliseconds(50), settings.Interval);
        Assert.Equal(TimeSpan.FromSeconds(90), settings.TimeToLive);
    }

    [Fact]
    public void Every_problem_is_told_with_the_value_seen()
    {
        var environment = new Dictionary<string, string> { ["REQUEST_RATE"] = "0", ["TTL"] = "soon" };

        Assert.False(BotSettings.TryRead(environment.GetValueOrDefault, out _, out var problems));

        Assert.Equal(
        [
            "WEB_HOST must be host:port, but it is not set.",
            "REQUEST_RATE must be a whole number from 1 to 100000, but it is '0'.",
            "TTL must be a whole number from 1 to 100000, but it is 'soon'.",
        ],
        problems);
    }
}
