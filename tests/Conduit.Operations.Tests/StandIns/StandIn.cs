using Conduit.Operations.Dev;

namespace Conduit.Operations.Tests.StandIns;

/// <summary>How to run <see cref="Program"/>.</summary>
internal static class StandIn
{
    public static string Assembly => typeof(Program).Assembly.Location;

    public static DevRuntime Runtime { get; } = DevRuntime.Below(AppContext.BaseDirectory) with
    {
        ControllerAssembly = Assembly,
        ProxyAssembly = Assembly,
    };

    /// <param name="role">A first argument of the program.</param>
    public static string Command(string role) => $"dotnet \"{Assembly}\" {role}";
}
