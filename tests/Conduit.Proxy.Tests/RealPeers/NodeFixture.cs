using Conduit.Testing.Node;

namespace Conduit.Proxy.Tests.RealPeers;

/// <summary>Installs what the JavaScript programs need, once.</summary>
public sealed class NodeFixture : IAsyncLifetime
{
    public static NodePackage Package { get; } = new(Path.Combine(AppContext.BaseDirectory, "RealPeers", "node"));

    public Task InitializeAsync() => NodePackage.Missing is null ? Package.InstallAsync() : Task.CompletedTask;

    public Task DisposeAsync() => Task.CompletedTask;
}
