using Conduit.Integration.Tests.Prometheus;

namespace Conduit.Integration.Tests.Dashboard;

/// <summary>A fact that needs a browser, a dashboard to look at, and a Prometheus; without one of them the test is skipped and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AgreementFactAttribute : FactAttribute
{
    public AgreementFactAttribute()
    {
        Skip = Browser.Missing ?? new PrometheusFactAttribute().Skip;
    }
}
