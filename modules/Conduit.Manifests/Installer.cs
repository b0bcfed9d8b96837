using System.Collections.Immutable;
using Conduit.Manifests.Content;
using Conduit.Manifests.Install;
using Conduit.Model.Failures;

namespace Conduit.Manifests;

/// <summary>Renders the control plane. Pure: the same model gives the same text.</summary>
public static class Installer
{
    /// <exception cref="ConduitException">The model asks for more than one controller, or for two Prometheuses.</exception>
    public static InstallResult Render(InstallModel model)
    {
        if (model.ControllerReplicas > 1)
        {
            throw new ConduitException(
                "ReplicasRefused",
                $"controller-replicas: {model.ControllerReplicas} controllers would each know only the traffic that they were told of; run one");
        }

        if (model is { Prometheus: true, PrometheusUrl: not null })
        {
            throw new MisuseException(
                "PrometheusTwice", "prometheus and prometheus-url exclude each other: the first installs a Prometheus, the second names one that is there");
        }

        var plain = new ManifestText("install", BlockText.Stream(Objects(model)));
        return new InstallResult(Injector.Inject(plain, model.Proxy).Text, [.. Notes(model)]);
    }

    private static ImmutableArray<ContentMap> Objects(InstallModel model) =>
    [
        AccessObjects.Namespace(model),
        .. AccessObjects.Of(model),
        SettingsObject.Of(model),
        .. ServiceObjects.Of(model),
        ControllerDeployment.Of(model),
        .. model.Prometheus ? PrometheusObjects.Of(model) : [],
    ];

    private static IEnumerable<string> Notes(InstallModel model)
    {
        if (model.WebReplicas != 1)
        {
            yield return "web-replicas has no effect: the controller serves the dashboard";
        }

        if (model.PrometheusReplicas != 1)
        {
            yield return "prometheus-replicas has no effect: --prometheus installs one";
        }
    }
}
