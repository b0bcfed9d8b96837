using Emojivoto.Voting.Configuration;

namespace Emojivoto.Tests.Voting.Configuration;

public sealed class VotingSettingsTests
{
    [Fact]
    public void Every_problem_is_told_with_the_value_seen()
    {
        var environment = new Dictionary<string, string> { ["PROM_PORT"] = "65536", ["HOST"] = "here", ["SHUTDOWN_DELAY"] = "-1" };

        Assert.False(VotingSettings.TryRead(environment.GetValueOrDefault, out _, out var problems));

        Assert.Equal(
        [
            "HOST must be an IP address, but it is 'here'.",
            "GRPC_PORT must be a port, but it is not set.",
            "PROM_PORT must be a port, but it is '65536'.",
            "SHUTDOWN_DELAY must be a whole number of seconds, but it is '-1'.",
        ],
        problems);
    }
}
