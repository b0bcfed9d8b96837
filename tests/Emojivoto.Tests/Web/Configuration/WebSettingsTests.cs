using System.Net;
using Emojivoto.Service.Configuration;
using Emojivoto.Web.Configuration;

namespace Emojivoto.Tests.Web.Configuration;

public sealed class WebSettingsTests
{
    [Fact]
    public void A_port_and_two_services_are_enough()
    {
        var environment = new Dictionary<string, string>
        {
            ["WEB_PORT"] = "8080", ["EMOJISVC_HOST"] = "emoji-svc.emojivoto:8080", ["VOTINGSVC_HOST"] = "127.0.0.1:8081", ["HOST"] = "::1",
        };

        var settings = WebSettings.Read(new EnvironmentReader(environment.GetValueOrDefault));

        Assert.Equal(
            new WebSettings(
                IPAddress.IPv6Loopback, 8080, new Uri("http://emoji-svc.emojivoto:8080"), new Uri("http://127.0.0.1:8081"), TimeSpan.FromSeconds(5)),
            settings);
    }

    [Fact]
    public void Every_problem_is_told_with_the_value_seen()
    {
        var environment = new Dictionary<string, string> { ["WEB_PORT"] = "http", ["VOTINGSVC_HOST"] = "voting/svc" };

        var reader = new EnvironmentReader(environment.GetValueOrDefault);
        WebSettings.Read(reader);

        Assert.Equal(
        [
            "WEB_PORT must be a port, but it is 'http'.",
            "EMOJISVC_HOST must be host:port, but it is not set.",
            "VOTINGSVC_HOST must be host:port, but it is 'voting/svc'.",
        ],
        reader.Problems);
    }
}
