using Conduit.Model.Cluster;
using Conduit.Operations.Dev.Processes;

namespace Conduit.Operations.Tests.Dev.Running;

/// <summary>A process that ends when the test says so.</summary>
internal sealed class FakeProcess(int id) : IRunningProcess
{
    private readonly TaskCompletionSource<int> _exited = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ProcessIdentity Identity { get; } = new(id, DateTimeOffset.UnixEpoch);

    public Task<int> Exited => _exited.Task;

    public void Exit(int code) => _exited.TrySetResult(code);

    public void CloseInput() => Exit(0);

    public void NoteTree()
    {
    }

    public void Terminate() => Exit(143);

    public void Kill() => Exit(137);

    public void Dispose()
    {
    }
}
