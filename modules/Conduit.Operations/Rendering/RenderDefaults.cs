using System.Reflection;
using Conduit.Manifests;
using Conduit.Model.Failures;

namespace Conduit.Operations.Rendering;

/// <summary>What is rendered when no flag says otherwise: this product's version and registry, then the environment's.</summary>
public sealed class RenderDefaults(RenderEnvironment environment)
{
    private const string RegistryFlag = "registry";
    private const string NativeSidecarFlag = "native-sidecar";

    private static readonly Assembly Product = typeof(RenderDefaults).Assembly;

    internal static ProxyModel OfProduct { get; } = new()
    {
        CreatedBy = $"conduit/cli {Version}",
        Version = Version,
        Registry = Product.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "ConduitRegistry").Value!,
    };

    private static string Version => Product.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <exception cref="MisuseException">The environment holds what no flag may hold.</exception>
    public ProxyModel Proxy => Write(Write(OfProduct, RegistryFlag, environment.Registry), NativeSidecarFlag, environment.NativeSidecar);

    /// <summary>The environment variable that stands for a flag; null when none does.</summary>
    internal static string? VariableOf(string flag) => flag switch
    {
        RegistryFlag => RenderEnvironment.RegistryVariable,
        NativeSidecarFlag => RenderEnvironment.NativeSidecarVariable,
        _ => null,
    };

    private static ProxyModel Write(ProxyModel proxy, string flag, string? value)
    {
        var setting = ProxySettings.Shared.Single(setting => setting.Text.Name == flag);
        return value is null ? proxy
            : setting.Write(proxy, value) ?? throw new MisuseException("InvalidSetting", setting.Text.Fault(VariableOf(flag)!, value));
    }
}
