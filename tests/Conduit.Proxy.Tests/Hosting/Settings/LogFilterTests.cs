using Conduit.Proxy.Hosting.Settings;
using Microsoft.Extensions.Logging;

namespace Conduit.Proxy.Tests.Hosting.Settings;

public sealed class LogFilterTests
{
    [Fact]
    public void Levels_stand_for_all_or_for_a_target()
    {
        var filter = LogFilter.Parse("error,conduit_proxy=debug,conduit_proxy::discovery=trace,nonsense,other=loud");

        Assert.Equal(LogLevel.Error, filter.Else);
        Assert.Equal([new LogRule("Conduit.Proxy", LogLevel.Debug), new LogRule("Conduit.Proxy.Discovery", LogLevel.Trace)], filter.Rules.ToArray());
    }
}
