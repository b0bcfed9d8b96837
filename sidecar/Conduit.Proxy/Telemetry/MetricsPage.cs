namespace Conduit.Proxy.Telemetry;

/// <summary>Everything that is counted, as one page.</summary>
internal sealed class MetricsPage(IEnumerable<IMetricsSection> sections)
{
    public string Render()
    {
        var text = new MetricsText();

        foreach (var section in sections)
        {
            section.Write(text);
        }

        return text.ToString();
    }
}
