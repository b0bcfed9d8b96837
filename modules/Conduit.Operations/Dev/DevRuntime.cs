using Conduit.Model.Failures;

namespace Conduit.Operations.Dev;

/// <summary>The programs that a dev mesh runs, and the sample that it runs when nothing else is asked for.</summary>
public sealed record DevRuntime
{
    /// <summary>What runs the assemblies: the path of <c>dotnet</c>, or its name alone where there is none.</summary>
    public required string Host { get; init; }

    public required string ControllerAssembly { get; init; }

    public required string ProxyAssembly { get; init; }

    public required string SampleManifest { get; init; }

    /// <summary>What is carried in <c>runtime/</c> below the folder of the program.</summary>
    public static DevRuntime Below(string programFolder) => new()
    {
        Host = DotnetHost.OfThisMachine() ?? DotnetHost.FileName,
        ControllerAssembly = Path.Combine(programFolder, "runtime", "controller", "conduit-controller.dll"),
        ProxyAssembly = Path.Combine(programFolder, "runtime", "proxy", "conduit-proxy.dll"),
        SampleManifest = Path.Combine(programFolder, "runtime", "emojivoto", "emojivoto.yml"),
    };

    internal void RequirePrograms()
    {
        if (!Path.IsPathRooted(Host))
        {
            throw new ConduitException(
                "DotnetMissing",
                "a dev mesh runs programs on .NET, and this machine has no dotnet. Install the SDK of .NET 10, or say in DOTNET_ROOT where it is.");
        }

        foreach (var assembly in new[] { ControllerAssembly, ProxyAssembly }.Where(assembly => !File.Exists(assembly)))
        {
            throw new ConduitException("RuntimeMissing", $"this copy of conduit is not complete: {assembly} is missing. Install or build it again.");
        }
    }
}
