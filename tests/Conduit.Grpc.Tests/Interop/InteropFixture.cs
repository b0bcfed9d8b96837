namespace Conduit.Grpc.Tests.Interop;

/// <summary>Installs the foreign peer once.</summary>
public sealed class InteropFixture : IAsyncLifetime
{
    public Task InitializeAsync() => NodeTools.Missing is null ? NodeTools.Package.InstallAsync() : Task.CompletedTask;

    public Task DisposeAsync() => Task.CompletedTask;
}
