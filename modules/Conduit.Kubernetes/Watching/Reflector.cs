using Conduit.Kubernetes.Client;
using Conduit.Kubernetes.Failures;
using Conduit.Kubernetes.Models;
using Conduit.Model.Failures;
using Microsoft.Extensions.Logging;

namespace Conduit.Kubernetes.Watching;

/// <summary>Mirrors one kind of object into a store: lists once, then follows the watch, for as long as it may run.</summary>
public sealed class Reflector<T>(
    IResourceSource<T> source, IResourceStore<T> store, Backoff backoff, TimeProvider time, ILogger<Reflector<T>> logger)
    where T : IKubernetesObject
{
    // The version to go on from; null when only a fresh list is complete.
    private string? _resume;
    private string? _listed;
    private string? _fault;

    /// <summary>Runs until it is cancelled, whatever the API server does.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var pause = await TryAsync(cancellationToken);

            if (pause > TimeSpan.Zero)
            {
                await Task.Delay(pause, time, cancellationToken);
            }
        }
    }

    // One list, if need be, and one watch; gives the pause before the next try.
    private async Task<TimeSpan> TryAsync(CancellationToken cancellationToken)
    {
        try
        {
            _resume ??= await RelistAsync(cancellationToken);
            return await FollowAsync(_resume, cancellationToken) ? TimeSpan.Zero : backoff.Next();
        }
        catch (ResourceExpiredException)
        {
            ReflectorLog.Expired(logger, source.Description);

            // A list that has expired by the time of its watch may do so for ever.
            var pause = _resume == _listed ? backoff.Next() : TimeSpan.Zero;
            _resume = null;
            return pause;
        }
        catch (ConduitException failure)
        {
            Report(failure);
            var asked = (failure as ApiUnavailableException)?.RetryAfter ?? TimeSpan.Zero;
            var own = backoff.Next();
            return asked > own ? asked : own;
        }
    }

    private async Task<string> RelistAsync(CancellationToken cancellationToken)
    {
        var list = await source.ListAsync(cancellationToken);
        store.Replace(list);
        Recover();
        ReflectorLog.Listed(logger, list.Items.Length, source.Description);
        return _listed = list.ResourceVersion;
    }

    // False when the watch ended without a word, which a broken way to the API server may bring about at once and for ever. A bookmark
    // of where the watch began says only that it was granted.
    private async Task<bool> FollowAsync(string version, CancellationToken cancellationToken)
    {
        var heard = false;

        await foreach (var change in source.WatchAsync(version, cancellationToken))
        {
            Recover();

            if (change.Type != WatchEventType.Bookmark)
            {
                store.Apply(change);
            }

            if (change.Value.Metadata?.ResourceVersion is { } seen && seen != version)
            {
                _resume = seen;
                heard = true;
                backoff.Reset();
            }
        }

        return heard;
    }

    // What stays broken fails at every try; who asks the store needs to know once.
    private void Report(ConduitException failure)
    {
        if (_fault != failure.Message)
        {
            ReflectorLog.Disconnected(logger, source.Description, failure.Message);
            _fault = failure.Message;
            store.Interrupt(failure.Message);
        }
    }

    private void Recover()
    {
        if (_fault is not null)
        {
            ReflectorLog.Reconnected(logger, source.Description);
            _fault = null;
            store.Resume();
        }
    }
}
