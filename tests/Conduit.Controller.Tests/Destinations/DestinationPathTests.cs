using Conduit.Controller.Destinations;

namespace Conduit.Controller.Tests.Destinations;

public sealed class DestinationPathTests
{
    [Theory]
    [InlineData("web-svc.emojivoto.svc.cluster.local:80")]
    [InlineData("web-svc.emojivoto.svc:80")]
    [InlineData("web-svc.emojivoto:80")]
    [InlineData("Web-Svc.Emojivoto.SVC.cluster.local.:80")]
    public void A_service_has_several_spellings(string path)
    {
        Assert.True(DestinationPath.TryParse(path, out var target));
        var service = Assert.IsType<DestinationTarget.OfService>(target);
        Assert.Equal("web-svc.emojivoto", service.Name.ToString());
        Assert.Equal(80, service.Port);
    }

    [Theory]
    [InlineData("10.0.0.1:8080", "10.0.0.1:8080")]
    [InlineData("[2001:db8::1]:80", "[2001:db8::1]:80")]
    public void An_address_stands_for_itself(string path, string expected)
    {
        Assert.True(DestinationPath.TryParse(path, out var target));
        Assert.Equal(expected, Assert.IsType<DestinationTarget.OfAddress>(target).Address.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("web-svc.emojivoto")]
    [InlineData("web-svc.emojivoto:")]
    [InlineData("web-svc.emojivoto:0")]
    [InlineData("web-svc.emojivoto:65536")]
    [InlineData("web-svc:80")]
    [InlineData("www.example.com:80")]
    [InlineData("-web.emojivoto:80")]
    [InlineData("web..svc:80")]
    [InlineData(".emojivoto:80")]
    [InlineData("2001:db8::1:80")]
    [InlineData("web_svc.emojivoto:80")]
    [InlineData(":80")]
    public void Anything_else_is_no_destination(string path) => Assert.False(DestinationPath.TryParse(path, out _));
}
