using Conduit.Manifests.Injection;

namespace Conduit.Manifests;

/// <summary>Puts proxies into the workloads of a manifest and takes them out again. Pure: the same input gives the same text.</summary>
public static class Injector
{
    /// <summary>
    /// The manifest with a proxy in every workload that takes one. What is injected already is injected anew, so that twice is the same as once and
    /// other settings or another version take effect.
    /// </summary>
    /// <exception cref="ManifestException">The text is no YAML, or holds something that is no Kubernetes object.</exception>
    public static InjectResult Inject(ManifestText manifest, ProxyModel proxy)
    {
        var editor = new InjectEditor(proxy);
        var plain = ManifestPass.Run(manifest, editor.Prepare);
        return ManifestPass.Run(manifest with { Text = plain.Text }, editor.Inject);
    }

    /// <summary>The manifest without what <see cref="Inject"/> put into it: byte for byte what it was before.</summary>
    /// <exception cref="ManifestException">The text is no YAML, or holds something that is no Kubernetes object.</exception>
    public static InjectResult Uninject(ManifestText manifest) => ManifestPass.Run(manifest, UninjectEditor.Uninject);
}
