using System.Globalization;
using System.Text;

namespace Conduit.Controller.Admin;

/// <summary>Writes the text format of Prometheus, version 0.0.4.</summary>
internal sealed class ExpositionText
{
    private readonly StringBuilder _text = new();

    public void Gauge(string name, string help, double value, (string Key, string Value)? label = null) => Write("gauge", name, help, value, label);

    public void Counter(string name, string help, double value) => Write("counter", name, help, value, label: null);

    public override string ToString() => _text.ToString();

    private void Write(string type, string name, string help, double value, (string Key, string Value)? label)
    {
        var labels = label is { } pair ? $"{{{pair.Key}=\"{pair.Value}\"}}" : "";
        _text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {help}\n# TYPE {name} {type}\n{name}{labels} {value}\n");
    }
}
