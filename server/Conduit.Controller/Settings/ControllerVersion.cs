using System.Reflection;

namespace Conduit.Controller.Settings;

internal static class ControllerVersion
{
    /// <summary>The release, such as <c>0.1.0</c>.</summary>
    public static string Release { get; } =
        typeof(ControllerVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
}
