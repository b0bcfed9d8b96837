using Conduit.Operations.Api;
using Conduit.Testing.Api;

namespace Conduit.Operations.Tests.Running;

/// <summary>emojivoto's fake API and a connection to it.</summary>
internal sealed class TestMesh : IAsyncDisposable
{
    private readonly FakeApi _api;

    private TestMesh(FakeApi api, ApiConnection connection)
    {
        _api = api;
        Connection = connection;
    }

    public ApiConnection Connection { get; }

    public FakeMesh Mesh => _api.Mesh;

    public static async Task<TestMesh> StartAsync(string? defaultNamespace = null, TimeProvider? time = null)
    {
        var api = await FakeApi.StartAsync(EmojivotoMesh.Create());
        return new TestMesh(api, new ApiConnection(new ApiLocation(api.Address, "test", defaultNamespace), time ?? TimeProvider.System));
    }

    /// <summary>The requests of that type, in the order of arrival.</summary>
    public IReadOnlyList<TRequest> Asked<TRequest>() => [.. _api.Questions.OfType<TRequest>()];

    public async ValueTask DisposeAsync()
    {
        Connection.Dispose();
        await _api.DisposeAsync();
    }
}
