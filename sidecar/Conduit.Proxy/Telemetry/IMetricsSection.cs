namespace Conduit.Proxy.Telemetry;

/// <summary>A part of the metrics page.</summary>
internal interface IMetricsSection
{
    void Write(MetricsText text);
}
