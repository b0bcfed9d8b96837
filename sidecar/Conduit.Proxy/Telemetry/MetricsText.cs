using System.Globalization;
using System.Text;

namespace Conduit.Proxy.Telemetry;

/// <summary>Writes metrics in Prometheus's text format, version 0.0.4.</summary>
internal sealed class MetricsText
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    private readonly StringBuilder _text = new();

    /// <summary>A label as it stands between braces, its value escaped.</summary>
    public static string Label(string name, string value) => $"{name}=\"{Escape(value)}\"";

    public void Describe(string name, string type, string help) =>
        _text.Append("# HELP ").Append(name).Append(' ').Append(help).Append('\n')
            .Append("# TYPE ").Append(name).Append(' ').Append(type).Append('\n');

    public void Value(string name, string labels, double value)
    {
        _text.Append(name);

        if (labels.Length > 0)
        {
            _text.Append('{').Append(labels).Append('}');
        }

        _text.Append(' ').Append(CultureInfo.InvariantCulture, $"{value:0.######}").Append('\n');
    }

    public void Histogram(string name, string labels, HistogramSnapshot histogram)
    {
        var bucket = name + "_bucket";

        for (var i = 0; i < HistogramSnapshot.Bounds.Length; i++)
        {
            Value(bucket, string.Create(CultureInfo.InvariantCulture, $"{labels},le=\"{HistogramSnapshot.Bounds[i]}\""), histogram.Cumulative[i]);
        }

        Value(bucket, $"{labels},le=\"+Inf\"", histogram.Count);
        Value(name + "_sum", labels, histogram.Sum);
        Value(name + "_count", labels, histogram.Count);
    }

    public override string ToString() => _text.ToString();

    private static string Escape(string value) => value.AsSpan().ContainsAny('\\', '"', '\n')
        ? value.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)
        : value;
}
