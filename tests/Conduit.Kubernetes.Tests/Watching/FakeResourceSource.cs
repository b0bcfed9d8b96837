using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Conduit.Kubernetes.Client;
using Conduit.Kubernetes.Models;
using Conduit.Kubernetes.Watching;

namespace Conduit.Kubernetes.Tests.Watching;

/// <summary>Lists and watches as a test scripts them, one after the other; waits for the test where the script has ended.</summary>
internal sealed class FakeResourceSource<T> : IResourceSource<T>
    where T : IKubernetesObject
{
    private readonly Channel<Func<KubernetesList<T>>> _lists = Channel.CreateUnbounded<Func<KubernetesList<T>>>();
    private readonly Channel<ChannelReader<WatchEvent<T>>> _watches = Channel.CreateUnbounded<ChannelReader<WatchEvent<T>>>();
    private readonly Channel<string> _calls = Channel.CreateUnbounded<string>();

    public string Description => "things";

    public FakeResourceSource<T> Lists(Func<KubernetesList<T>> list)
    {
        _lists.Writer.TryWrite(list);
        return this;
    }

    /// <summary>The next watch; the test writes its events and completes it, with a failure or without.</summary>
    public ChannelWriter<WatchEvent<T>> Watch(params WatchEvent<T>[] events)
    {
        var watch = Channel.CreateUnbounded<WatchEvent<T>>();
        Array.ForEach(events, change => watch.Writer.TryWrite(change));
        _watches.Writer.TryWrite(watch.Reader);
        return watch.Writer;
    }

    /// <summary>The next call: <c>list</c>, or <c>watch from</c> and the version.</summary>
    public Task<string> NextCallAsync() => _calls.Reader.ReadAsync().AsTask();

    public async Task<KubernetesList<T>> ListAsync(CancellationToken cancellationToken)
    {
        _calls.Writer.TryWrite("list");
        return (await _lists.Reader.ReadAsync(cancellationToken))();
    }

    public async IAsyncEnumerable<WatchEvent<T>> WatchAsync(string resourceVersion, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        _calls.Writer.TryWrite($"watch from {resourceVersion}");
        var watch = await _watches.Reader.ReadAsync(cancellationToken);

        await foreach (var change in watch.ReadAllAsync(cancellationToken))
        {
            yield return change;
        }
    }
}
