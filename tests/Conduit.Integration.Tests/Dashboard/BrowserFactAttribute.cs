namespace Conduit.Integration.Tests.Dashboard;

/// <summary>A fact that needs a browser and a dashboard to look at; without them the test is skipped and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        Skip = Browser.Missing;
    }
}
