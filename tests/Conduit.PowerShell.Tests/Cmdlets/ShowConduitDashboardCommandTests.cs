using Conduit.Model.Failures;
using Conduit.PowerShell.Cmdlets;
using Conduit.PowerShell.Tests.Running;
using Conduit.Testing.Api;

namespace Conduit.PowerShell.Tests.Cmdlets;

public sealed class ShowConduitDashboardCommandTests
{
    [Fact]
    public async Task The_address_of_an_API_alone_leads_to_no_dashboard()
    {
        await using var api = await FakeApi.StartAsync();
        var cmdlet = new ShowConduitDashboardCommand { Module = TestModule.Context(api) with { OpenBrowser = _ => throw new InvalidOperationException() } };

        var failure = await Assert.ThrowsAsync<MisuseException>(() => cmdlet.ProduceAsync());

        Assert.Equal("DashboardUnknown", failure.Id);
    }
}
