using Conduit.Manifests;
using Conduit.Operations.Rendering;

namespace Conduit.Operations.Install;

/// <summary>Renders the control plane. Asks no cluster and no dev mesh.</summary>
public sealed class InstallOperation(RenderDefaults defaults)
{
    public InstallResult Run(InstallRequest request)
    {
        var model = new InstallModel { Proxy = defaults.Proxy };
        var settings = InstallSettings.All.Prepend(InstallSettings.ControlPlane);
        var chosen = FlagReader.Read(model, settings, request.Flags, install => install.Proxy);
        var product = new InstallModel { Proxy = RenderDefaults.OfProduct };
        return Installer.Render(chosen with { Kept = InstallSettings.Kept(chosen, product) });
    }
}
