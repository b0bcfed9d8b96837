using System.Net;
using Emojivoto.Service.Configuration;

namespace Emojivoto.Tests.Service.Configuration;

public sealed class GrpcServiceSettingsTests
{
    [Fact]
    public void Two_ports_are_enough()
    {
        var environment = new Dictionary<string, string> { ["GRPC_PORT"] = "8080", ["PROM_PORT"] = "8801" };

        var settings = GrpcServiceSettings.Read(new EnvironmentReader(environment.GetValueOrDefault));

        Assert.Equal(8080, settings.GrpcPort);
        Assert.Equal(8801, settings.PromPort);
        Assert.Contains(settings.Host, new[] { IPAddress.Any, IPAddress.IPv6Any });
        Assert.Equal(TimeSpan.FromSeconds(5), settings.ShutdownDelay);
    }

    [Fact]
    public void Address_and_delay_can_be_chosen()
    {
        var environment = new Dictionary<string, string>
        {
            ["GRPC_PORT"] = "1", ["PROM_PORT"] = "65535", ["HOST"] = "127.0.0.1", ["SHUTDOWN_DELAY"] = "0",
        };

        var settings = GrpcServiceSettings.Read(new EnvironmentReader(environment.GetValueOrDefault));

        Assert.Equal(new GrpcServiceSettings(IPAddress.Loopback, 1, 65535, TimeSpan.Zero), settings);
    }

    [Fact]
    public void Every_problem_is_told_with_the_value_seen()
    {
        var environment = new Dictionary<string, string> { ["PROM_PORT"] = "65536", ["HOST"] = "here", ["SHUTDOWN_DELAY"] = "-1" };

        var reader = new EnvironmentReader(environment.GetValueOrDefault);
        GrpcServiceSettings.Read(reader);

        Assert.Equal(
        [
            "HOST must be an IP address, but it is 'here'.",
            "GRPC_PORT must be a port, but it is not set.",
            "PROM_PORT must be a port, but it is '65536'.",
            "SHUTDOWN_DELAY must be a whole number of seconds, but it is '-1'.",
        ],
        reader.Problems);
    }
}
