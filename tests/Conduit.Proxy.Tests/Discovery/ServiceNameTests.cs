using Conduit.Proxy.Discovery;

namespace Conduit.Proxy.Tests.Discovery;

public sealed class ServiceNameTests
{
    [Theory]
    [InlineData("name", "name.namespace.svc.cluster.local:80")]
    [InlineData("name.namespace", "name.namespace.svc.cluster.local:80")]
    [InlineData("name.other.svc", "name.other.svc.cluster.local:80")]
    [InlineData("name.namespace.svc.cluster.local", "name.namespace.svc.cluster.local:80")]
    [InlineData("name.namespace.svc.cluster.local.", "name.namespace.svc.cluster.local:80")]
    [InlineData("name.namespace.SVC.cluster.local", "name.namespace.svc.cluster.local:80")]
    [InlineData("localhost", "localhost.namespace.svc.cluster.local:80")]
    [InlineData("name:1234", "name.namespace.svc.cluster.local:1234")]
    [InlineData("name.namespace.svc:1234", "name.namespace.svc.cluster.local:1234")]
    public void Names_of_services_are_completed(string authority, string expected)
    {
        Assert.True(ServiceName.TryExpand(authority, "namespace", out var path));
        Assert.Equal(expected, path);
    }

    [Theory]
    [InlineData("name.namespace.svc.cluster")]
    [InlineData("name.")]
    [InlineData("name.namespace.")]
    [InlineData("name.namespace.svc.")]
    [InlineData("name.namespace.svc.acluster.local.")]
    [InlineData("name.namespace.svc.localhost.")]
    [InlineData("www.example.com")]
    [InlineData("10.1.2.3:80")]
    [InlineData("[::1]:80")]
    [InlineData("name:x")]
    [InlineData("name:0")]
    [InlineData(".name")]
    [InlineData("")]
    public void Other_names_are_not(string authority) => Assert.False(ServiceName.TryExpand(authority, "namespace", out _));

    [Theory]
    [InlineData("10.1.2.3:8080", "10.1.2.3:8080")]
    [InlineData("10.1.2.3", "10.1.2.3:80")]
    [InlineData("[fd00::1]:8080", "[fd00::1]:8080")]
    [InlineData("[fd00::1]", "[fd00::1]:80")]
    public void Addresses_are_read(string authority, string expected)
    {
        Assert.True(ServiceName.TryReadAddress(authority, out var address));
        Assert.Equal(expected, address.ToString());
    }
}
