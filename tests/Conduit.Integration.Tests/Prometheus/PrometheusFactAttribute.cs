namespace Conduit.Integration.Tests.Prometheus;

/// <summary>A test that needs a <c>prometheus</c> on the path.</summary>
internal sealed class PrometheusFactAttribute : FactAttribute
{
    public PrometheusFactAttribute()
    {
        if (PrometheusServer.Program is null)
        {
            Skip = "prometheus is not on the path; install it (Debian: apt-get install prometheus).";
        }
    }
}
