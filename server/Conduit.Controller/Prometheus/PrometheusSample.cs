using System.Globalization;
using System.Text.Json;

namespace Conduit.Controller.Prometheus;

/// <summary>One value of an instant vector, and the labels it has.</summary>
internal sealed record PrometheusSample(IReadOnlyDictionary<string, string> Labels, double Value)
{
    /// <summary>The label's value; empty without it, which is the same to Prometheus.</summary>
    public string this[string label] => Labels.GetValueOrDefault(label, "");

    public static PrometheusSample Read(JsonElement sample) => new(
        sample.GetProperty("metric").EnumerateObject().ToDictionary(label => label.Name, label => label.Value.GetString() ?? ""),
        double.Parse(sample.GetProperty("value")[1].GetString() ?? "", CultureInfo.InvariantCulture));
}
