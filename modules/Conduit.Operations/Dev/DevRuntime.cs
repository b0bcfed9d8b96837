using System.Runtime.InteropServices;
using Conduit.Model.Failures;

namespace Conduit.Operations.Dev;

/// <summary>The programs that a dev mesh runs, and the sample that it runs when nothing else is asked for.</summary>
public sealed record DevRuntime
{
    /// <summary>What runs the assemblies: <c>dotnet</c>.</summary>
    public required string Host { get; init; }

    public required string ControllerAssembly { get; init; }

    public required string ProxyAssembly { get; init; }

    public required string SampleManifest { get; init; }

    /// <summary>What is carried in <c>runtime/</c> below the folder of the program.</summary>
    public static DevRuntime Below(string programFolder) => new()
    {
        Host = FindHost(),
        ControllerAssembly = Path.Combine(programFolder, "runtime", "controller", "conduit-controller.dll"),
        ProxyAssembly = Path.Combine(programFolder, "runtime", "proxy", "conduit-proxy.dll"),
        SampleManifest = Path.Combine(programFolder, "runtime", "emojivoto", "emojivoto.yml"),
    };

    internal void RequirePrograms()
    {
        foreach (var assembly in new[] { ControllerAssembly, ProxyAssembly }.Where(assembly => !File.Exists(assembly)))
        {
            throw new ConduitException("RuntimeMissing", $"this copy of conduit is not complete: {assembly} is missing. Install or build it again.");
        }
    }

    // The one that runs this process, which need not be the one on the path: <root>/shared/Microsoft.NETCore.App/<version>/.
    private static string FindHost()
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        var host = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", name));
        return File.Exists(host) ? host : name;
    }
}
