using Conduit.Manifests;
using Conduit.Operations.Rendering;

namespace Conduit.Operations.Inject;

/// <summary>Puts proxies into the workloads of manifests.</summary>
public sealed class InjectOperation(RenderDefaults defaults, ManifestLoader loader)
{
    public async Task<RenderedManifests> RunAsync(InjectRequest request, CancellationToken cancellationToken)
    {
        var proxy = FlagReader.Read(defaults.Proxy, [ProxySettings.ControlPlane, .. ProxySettings.PerWorkload], request.Flags, model => model);
        var manifests = await loader.LoadAsync(request.Sources, cancellationToken);
        return ManifestRun.Over("injecting conduit proxy", manifests, manifest => Injector.Inject(manifest, proxy));
    }
}
