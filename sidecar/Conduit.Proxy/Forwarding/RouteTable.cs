using System.Collections.Concurrent;
using Conduit.Proxy.Hosting.Settings;

namespace Conduit.Proxy.Forwarding;

/// <summary>Routes by key, made when first asked for. It never refuses: when it is full, the idlest makes room.</summary>
internal sealed class RouteTable<TKey>(RouterOptions options, TimeProvider time, Func<TKey, IRoute> create) : IDisposable
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, Entry> _entries = new();
    private readonly Lock _creation = new();

    public int Count => _entries.Count;

    public IRoute Get(TKey key)
    {
        var entry = _entries.TryGetValue(key, out var known) ? known : Add(key);
        Volatile.Write(ref entry.UsedAt, time.GetTimestamp());
        return entry.Route;
    }

    public void DropIdle()
    {
        foreach (var (key, entry) in _entries)
        {
            if (time.GetElapsedTime(Volatile.Read(ref entry.UsedAt)) > options.MaxIdleAge && entry.Route.IsExpendable)
            {
                Drop(key);
            }
        }
    }

    public void Dispose()
    {
        foreach (var key in _entries.Keys)
        {
            Drop(key);
        }
    }

    private Entry Add(TKey key)
    {
        // Routes hold a stream to the controller, so two requests at once must not make two of them.
        lock (_creation)
        {
            if (_entries.TryGetValue(key, out var known))
            {
                return known;
            }

            if (_entries.Count >= options.Capacity)
            {
                Drop(_entries.MinBy(pair => Volatile.Read(ref pair.Value.UsedAt)).Key);
            }

            var entry = new Entry(create(key), time.GetTimestamp());
            _entries[key] = entry;
            return entry;
        }
    }

    private void Drop(TKey key)
    {
        if (_entries.TryRemove(key, out var entry))
        {
            entry.Route.Dispose();
        }
    }

    private sealed class Entry(IRoute route, long usedAt)
    {
        public long UsedAt = usedAt;

        public IRoute Route { get; } = route;
    }
}
