using Conduit.Controller.Cluster;
using Conduit.Protocol.Telemetry;
using Google.Protobuf.Collections;

namespace Conduit.Controller.Metrics;

/// <summary>Makes keys out of what proxies describe, with texts and labels shared among all of them.</summary>
internal sealed class SeriesKeys
{
    private const int MostTexts = 50_000;
    private const int MostLabelSets = 20_000;

    private readonly Shared<string> _texts = new(MostTexts);
    private readonly Shared<LabelSet> _labels = new(MostLabelSets);

    public SeriesKey Of(HttpSeriesKey wire) => new()
    {
        Direction = wire.Direction,
        Authority = _texts.Of(wire.Authority),
        Destination = Labels(wire.Destination),
        Probe = wire.Probe,
        Tls = wire.Tls,
        Success = wire.Success,
        StatusClass = wire.StatusClass,
    };

    private LabelSet Labels(MapField<string, string> labels) => labels.Count == 0
        ? LabelSet.Empty
        : _labels.Of(new LabelSet(labels.Select(label => KeyValuePair.Create(_texts.Of(label.Key), _texts.Of(label.Value)))));
}
