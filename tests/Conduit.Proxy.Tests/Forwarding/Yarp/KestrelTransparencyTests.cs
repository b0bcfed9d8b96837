using Conduit.Proxy.Forwarding.Yarp;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Conduit.Proxy.Tests.Forwarding.Yarp;

public sealed class KestrelTransparencyTests
{
    [Fact]
    public void Idle_connections_are_kept_for_a_time_that_kestrel_can_add_to()
    {
        var options = new KestrelServerOptions();

        KestrelTransparency.Apply(options);

        Assert.InRange(options.Limits.KeepAliveTimeout, TimeSpan.FromDays(1), TimeSpan.FromDays(3_650));
    }
}
