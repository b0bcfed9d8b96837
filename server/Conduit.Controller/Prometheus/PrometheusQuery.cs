using System.Collections.Immutable;
using System.Globalization;
using Conduit.Controller.Cluster;
using Conduit.Controller.PublicApi.Stats;
using Conduit.Model.Resources;

namespace Conduit.Controller.Prometheus;

/// <summary>One table of a question for statistics, in PromQL: which series it needs, and which labels tell its rows apart.</summary>
internal sealed class PrometheusQuery(StatQuery query, ResourceKind kind)
{
    private readonly string _range = string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, (long)query.Window.TotalSeconds)}s");

    /// <summary>How many responses there were in the window, by how they ended.</summary>
    public string Responses => Sum("response_total", [.. Grouping, "classification", "tls"]);

    /// <summary>How many of them took no longer than each bound.</summary>
    public string Latencies => Sum("response_latency_ms_bucket", [.. Grouping, "le"]);

    private IEnumerable<string> Grouping => SourceLabels().Concat(TargetLabels()).Distinct();

    private string Sum(string metric, ImmutableArray<string> labels) =>
        $"sum by ({string.Join(", ", labels)}) (increase({metric}{{{string.Join(", ", Matchers())}}}[{_range}]))";

    // By what the reporting pod is known: its workload is enough, unless its own labels are asked for.
    private IEnumerable<string> SourceLabels()
    {
        yield return PodLabels.Namespace;

        var sources = query.From?.Kind ?? kind;

        if (PodLabels.KeyOf(sources) is { } key)
        {
            yield return key;
        }

        if (query.From is null && !query.Labels.IsEverything)
        {
            yield return PodLabels.Pod;
        }
    }

    private IEnumerable<string> TargetLabels()
    {
        var targets = query.From is null ? query.To?.Kind : kind;

        if (kind == ResourceKind.Authority || targets == ResourceKind.Authority)
        {
            yield return "authority";
        }

        if (targets is not { } target)
        {
            yield break;
        }

        yield return Destination(PodLabels.Namespace);

        if (PodLabels.KeyOf(target) is { } key)
        {
            yield return Destination(key);
        }

        if (query.From is not null && !query.Labels.IsEverything)
        {
            yield return Destination(PodLabels.Pod);
        }
    }

    private IEnumerable<string> Matchers()
    {
        yield return Matcher("direction", query.IsOutbound ? "outbound" : "inbound");

        // Probes are the kubelet's, not the users'.
        yield return Matcher("probe", "");

        var (sources, @namespace, name) = query.From is { } from
            ? (from.Kind, from.Namespace, from.Name)
            : (kind, query.Namespace, query.Name);

        if (@namespace.Length > 0 && sources != ResourceKind.Namespace)
        {
            yield return Matcher(PodLabels.Namespace, @namespace);
        }

        if (name.Length > 0)
        {
            yield return Matcher(PodLabels.KeyOf(sources) ?? "authority", name);
        }
    }

    private static string Destination(string label) => "dst_" + label;

    private static string Matcher(string label, string value) =>
        $"{label}=\"{value.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}\"";
}
