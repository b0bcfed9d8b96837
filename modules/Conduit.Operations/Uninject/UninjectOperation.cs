using Conduit.Manifests;
using Conduit.Operations.Rendering;

namespace Conduit.Operations.Uninject;

/// <summary>Takes proxies out of the workloads of manifests.</summary>
public sealed class UninjectOperation(ManifestLoader loader)
{
    public async Task<RenderedManifests> RunAsync(UninjectRequest request, CancellationToken cancellationToken)
    {
        var manifests = await loader.LoadAsync(request.Sources, cancellationToken);
        return ManifestRun.Over("uninjecting conduit proxy", manifests, Injector.Uninject);
    }
}
