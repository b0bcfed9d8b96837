using System.Runtime.CompilerServices;
using Conduit.Operations.Api;
using Conduit.Operations.Get;
using Conduit.Operations.Resources;

namespace Conduit.Operations.Check;

/// <summary>Whether pods are meshed, and with proxies that fit the control plane.</summary>
internal sealed class ProxyChecks(ApiConnection api)
{
    public const string Subsystem = "conduit-proxy";

    private const int PodsShown = 5;

    private static readonly CheckName Presence = new(Subsystem, "pods are in the mesh");
    private static readonly CheckName SameVersion = new(Subsystem, "proxies have the control plane's version");

    public async IAsyncEnumerable<CheckResult> RunAsync(string version, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var everywhere = new GetPodsRequest { Namespace = new NamespaceChoice { All = true } };
        var listed = await Presence.TryAsync(async () => (await new GetPodsOperation(api).RunAsync(everywhere, cancellationToken)).ToList());

        if (listed.Value is not { } pods)
        {
            yield return listed.Result;
            yield break;
        }

        var meshed = pods.Where(pod => pod is { Meshed: true, ControlPlane: false }).ToList();

        if (meshed.Count == 0)
        {
            yield return Presence.Fail("no pod has a proxy of this control plane", "Mesh an app, as with: conduit inject app.yml | kubectl apply -f -");
            yield break;
        }

        yield return Presence.Ok();
        var others = meshed.Where(pod => pod.ProxyVersion.Length > 0 && pod.ProxyVersion != version).ToList();
        yield return others.Count == 0
            ? SameVersion.Ok()
            : SameVersion.Fail($"{Names(others)} differ from {version}", "Inject those workloads again with a program of that version.");
    }

    private static string Names(List<MeshPod> pods)
    {
        var shown = pods.Take(PodsShown).Select(pod => $"{pod.Namespace}/{pod.Name} ({pod.ProxyVersion})");
        return string.Join(", ", shown) + (pods.Count > PodsShown ? $" and {pods.Count - PodsShown} more" : "");
    }
}
