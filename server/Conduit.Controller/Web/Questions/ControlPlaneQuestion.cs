using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;
using Conduit.Controller.Metrics;
using Conduit.Controller.PublicApi;
using Conduit.Controller.Settings;
using Conduit.Controller.Taps;
using Conduit.Controller.Web.Documents;
using Conduit.Protocol.Healthcheck;

namespace Conduit.Controller.Web.Questions;

/// <summary>How the control plane itself is. Answered before there is a picture of the cluster too: it says why there is none.</summary>
internal sealed class ControlPlaneQuestion(SelfCheck checks, ProxyRoll roll, TrafficRing ring, TapHub taps, ControllerOptions options) : IQuestion
{
    public string Name => "control-plane";

    public ImmutableArray<string> Parameters => [];

    public bool NeedsPicture => false;

    public async Task<byte[]> AnswerAsync(QuestionParameters parameters, CancellationToken cancellationToken)
    {
        var results = (await checks.HandleAsync(cancellationToken)).Results;

        return JsonSerializer.SerializeToUtf8Bytes(
            new ControlPlaneDocument
            {
                Version = ControllerVersion.Release,
                Runtime = RuntimeInformation.FrameworkDescription,
                Namespace = options.ControllerNamespace,
                Checks = [.. results.Select(Describe)],
                ProxyVersions = [.. roll.Versions().Select(version => new ProxyVersionDocument(version.Version, version.Pods))],
                SilentProxies = [.. roll.Silent().Select(name => name.ToString())],
                MeshedPods = roll.Expected().Count(),
                Load = new LoadDocument(ring.SeriesCount, ring.Overflow, taps.Count, taps.Dropped),
            },
            WebJson.Default.ControlPlaneDocument);
    }

    private static CheckDocument Describe(CheckResult result) =>
        new(result.SubsystemName, result.CheckDescription, result.Status == CheckStatus.Ok, result.FriendlyMessageToUser);
}
