using Conduit.Testing.Node;

namespace Conduit.Grpc.Tests.Interop;

/// <summary>The JavaScript side of the echo service.</summary>
internal static class NodeTools
{
    /// <summary>Why the foreign peer cannot run here; null if it can.</summary>
    public static string? Missing { get; } =
        NodePackage.Missing is { } missing ? $"Not run: {missing}, so there is no @grpc/grpc-js to talk to." : null;

    public static NodePackage Package { get; } = new(Path.Combine(AppContext.BaseDirectory, "Interop", "node"));

    public static string Proto { get; } = Path.Combine(AppContext.BaseDirectory, "Echo", "echo.proto");
}
