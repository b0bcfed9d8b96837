using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Conduit.Kubernetes.Client;
using Conduit.Kubernetes.Failures;
using Conduit.Kubernetes.Models;
using Conduit.Kubernetes.Serialization;
using Conduit.Model.Addresses;
using Conduit.Model.Failures;

namespace Conduit.Controller.Tests.Doubles;

/// <summary>An API server in memory: what is put into it can be listed and watched, unless it is told to be away.</summary>
internal sealed class FakeKubernetes : IKubernetes
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(string Plural, ObjectName Name), IKubernetesObject> _objects = [];
    private readonly List<Change> _history = [];
    private readonly List<Watch> _watches = [];
    private readonly ConcurrentDictionary<string, int> _lists = new();
    private ConduitException? _outage;
    private string? _withheld;
    private int _version = 1;
    private int _oldest = 1;

    /// <summary>What the version is answered with; by default an answer.</summary>
    public Func<CancellationToken, Task<VersionInfo>> Version { get; set; } = _ => Task.FromResult(new VersionInfo());

    public static IReadOnlyList<IKubernetesObject> Read(string yaml) => [.. KubernetesYaml.LoadAllFromString(yaml).Select(read => read.Value)];

    /// <summary>How often that collection was listed.</summary>
    public int ListsOf(string plural) => _lists.GetValueOrDefault(plural);

    /// <summary>Watches that are open now.</summary>
    public int WatchCount
    {
        get
        {
            lock (_lock)
            {
                return _watches.Count;
            }
        }
    }

    /// <summary>Creates or replaces objects, all at once.</summary>
    public void Put(string yaml) => Take(WatchEventType.Modified, Read(yaml));

    public void Delete(string plural, string @namespace, string name)
    {
        lock (_lock)
        {
            Take(WatchEventType.Deleted, [_objects[(plural, new ObjectName(@namespace, name))]]);
        }
    }

    /// <summary>Lists of that collection are refused until <see cref="Mend"/>.</summary>
    public void Withhold(string plural) => _withheld = plural;

    /// <summary>Every watch breaks, and no other begins until <see cref="Mend"/>. Objects can change meanwhile.</summary>
    public void Break(ConduitException outage)
    {
        lock (_lock)
        {
            _outage = outage;
            _watches.ForEach(watch => watch.Changes.Writer.TryComplete(outage));
            _watches.Clear();
        }
    }

    /// <summary>What happened until now cannot be watched any more, only listed.</summary>
    public void Forget()
    {
        lock (_lock)
        {
            _oldest = _version;
        }
    }

    public void Mend() => (_outage, _withheld) = (null, null);

    public Task<KubernetesList<T>> ListAsync<T>(KubernetesResource<T> resource, ListScope scope, CancellationToken cancellationToken)
        where T : IKubernetesObject
    {
        lock (_lock)
        {
            _lists.AddOrUpdate(resource.Plural, 1, (_, count) => count + 1);
            Demand();

            if (_withheld == resource.Plural)
            {
                throw new AccessDeniedException($"{resource.Plural} are withheld.", new V1Status());
            }

            var items = _objects.Where(item => item.Key.Plural == resource.Plural).Select(item => Show<T>(item.Value));
            return Task.FromResult(new KubernetesList<T>([.. items], VersionText()));
        }
    }

    public async IAsyncEnumerable<WatchEvent<T>> WatchAsync<T>(
        KubernetesResource<T> resource, WatchScope scope, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : IKubernetesObject
    {
        var watch = new Watch(resource.Plural);

        lock (_lock)
        {
            Demand();

            var from = int.Parse(scope.ResourceVersion, CultureInfo.InvariantCulture);

            if (from < _oldest)
            {
                throw new ResourceExpiredException("That version is too old.", new V1Status());
            }

            _history.FindAll(change => change.Version > from && change.Plural == watch.Plural).ForEach(change => watch.Changes.Writer.TryWrite(change));
            _watches.Add(watch);
        }

        // The word that the watch is granted.
        yield return new WatchEvent<T>(WatchEventType.Bookmark, Activator.CreateInstance<T>());

        await foreach (var change in watch.Changes.Reader.ReadAllAsync(cancellationToken))
        {
            yield return new WatchEvent<T>(change.Type, Show<T>(change.Value));
        }
    }

    public Task<IReadOnlyList<string>> GetGroupVersionsAsync(string group, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<string>>(["v1"]);

    public Task<VersionInfo> GetVersionAsync(CancellationToken cancellationToken) => Version(cancellationToken);

    public Task<T> ReadAsync<T>(KubernetesResource<T> resource, ObjectName name, CancellationToken cancellationToken)
        where T : IKubernetesObject => throw new NotSupportedException();

    public Task<T> CreateAsync<T>(KubernetesResource<T> resource, T body, CancellationToken cancellationToken)
        where T : IKubernetesObject => throw new NotSupportedException();

    public Task<T> PatchAsync<T>(KubernetesResource<T> resource, ObjectName name, V1Patch patch, CancellationToken cancellationToken)
        where T : IKubernetesObject => throw new NotSupportedException();

    public Task DeleteAsync<T>(KubernetesResource<T> resource, ObjectName name, V1DeleteOptions options, CancellationToken cancellationToken)
        where T : IKubernetesObject => throw new NotSupportedException();

    public Task<Stream> ReadLogAsync(ObjectName pod, PodLogScope scope, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Stream> PortForwardAsync(ObjectName pod, Port port, CancellationToken cancellationToken) => throw new NotSupportedException();

    public void Dispose()
    {
    }

    // A collection that is read for its metadata only gives nothing else, whatever was put in.
    private static T Show<T>(IKubernetesObject value)
        where T : IKubernetesObject =>
        value is T shown ? shown : (T)(object)new KubernetesObject { Kind = value.Kind, Metadata = value.Metadata };

    private void Take(WatchEventType type, IReadOnlyList<IKubernetesObject> values)
    {
        lock (_lock)
        {
            foreach (var value in values)
            {
                var change = new Change(++_version, type, $"{value.Kind!.ToLowerInvariant()}s", value);
                var key = (change.Plural, ObjectName.Of(value));

                if (type == WatchEventType.Deleted)
                {
                    _objects.Remove(key);
                }
                else
                {
                    _objects[key] = value;
                }

                _history.Add(change);
                _watches.FindAll(watch => watch.Plural == change.Plural).ForEach(watch => watch.Changes.Writer.TryWrite(change));
            }
        }
    }

    private void Demand()
    {
        if (_outage is { } outage)
        {
            throw outage;
        }
    }

    private string VersionText() => _version.ToString(CultureInfo.InvariantCulture);

    private sealed record Change(int Version, WatchEventType Type, string Plural, IKubernetesObject Value);

    private sealed record Watch(string Plural)
    {
        public Channel<Change> Changes { get; } = Channel.CreateUnbounded<Change>();
    }
}
