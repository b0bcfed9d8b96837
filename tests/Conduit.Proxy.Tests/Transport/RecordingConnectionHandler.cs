using System.Buffers;
using Conduit.Proxy.Transport;

namespace Conduit.Proxy.Tests.Transport;

/// <summary>Remembers what a connection said.</summary>
internal sealed class RecordingConnectionHandler : IConnectionHandler
{
    private readonly TaskCompletionSource _connected = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<CloseReason> _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<byte[]> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ArrayBufferWriter<byte> _received = new();

    public Task Connected => _connected.Task;

    public Task<CloseReason> Closed => _closed.Task;

    public Task<byte[]> Ended => _ended.Task;

    public void OnConnected() => _connected.SetResult();

    public void OnReceived(ReadOnlySpan<byte> bytes) => _received.Write(bytes);

    public void OnEnd() => _ended.SetResult(_received.WrittenSpan.ToArray());

    public void OnDrained()
    {
    }

    public void OnClosed(CloseReason reason) => _closed.SetResult(reason);
}
