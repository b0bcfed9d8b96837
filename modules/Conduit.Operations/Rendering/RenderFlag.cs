using System.Collections.Immutable;
using Conduit.Manifests;

namespace Conduit.Operations.Rendering;

/// <summary>A flag of a rendering verb, for command lines and cmdlets to offer; its value goes into the request as text.</summary>
/// <param name="Name">The long flag, without its dashes.</param>
/// <param name="Placeholder">What help shows in the value's place.</param>
/// <param name="Description">One line of help.</param>
/// <param name="Default">The value without it, the environment aside; empty when there is none.</param>
/// <param name="IsSwitch">True when it may stand without a value, which means true.</param>
/// <param name="IsList">True when it may be given several times; the values are joined by commas.</param>
public sealed record RenderFlag(string Name, string Placeholder, string Description, string Default, bool IsSwitch, bool IsList)
{
    /// <summary>The name of the flag that says which control plane it is about.</summary>
    public static string ControlPlane => ProxySettings.ControlPlane.Text.Name;

    public static ImmutableArray<RenderFlag> OfInject() => [.. ProxySettings.PerWorkload.Select(setting => Of(setting, RenderDefaults.OfProduct))];

    public static ImmutableArray<RenderFlag> OfInstall()
    {
        var install = new InstallModel { Proxy = RenderDefaults.OfProduct };
        return [.. InstallSettings.All.Select(setting => Of(setting, install))];
    }

    private static RenderFlag Of<TModel>(Setting<TModel> setting, TModel defaults)
        where TModel : class
    {
        var text = setting.Text;
        var variable = RenderDefaults.VariableOf(text.Name);
        var description = variable is null ? text.Description : $"{text.Description} Also {variable}.";
        return new(text.Name, text.Placeholder, description, setting.Read(defaults), text.Kind == SettingKind.Switch, text.Kind == SettingKind.List);
    }
}
