using System.Reflection;

namespace Conduit.Cli.Hosting;

/// <summary>What the program is called, and which one it is.</summary>
internal static class ConduitNames
{
    public const string Program = "conduit";

    public static string Version { get; } =
        typeof(ConduitNames).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
}
