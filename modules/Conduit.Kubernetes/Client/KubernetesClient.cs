using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Conduit.Kubernetes.Configuration;
using Conduit.Kubernetes.Failures;
using Conduit.Kubernetes.Models;
using Conduit.Kubernetes.PortForward;
using Conduit.Kubernetes.Serialization;
using Conduit.Model.Addresses;

namespace Conduit.Kubernetes.Client;

/// <inheritdoc/>
/// <param name="configuration">Whom to talk to, and as whom.</param>
/// <param name="time">Measures deadlines.</param>
public sealed class KubernetesClient(KubernetesClientConfiguration configuration, TimeProvider time) : IKubernetes
{
    private const string PartialObject = "application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1";
    private const string PartialList = "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1";

    private readonly ApiConnection _connection = new(configuration, time);

    public Task<T> ReadAsync<T>(KubernetesResource<T> resource, ObjectName name, CancellationToken cancellationToken)
        where T : IKubernetesObject
    {
        var request = ApiRequest.Get(resource.ObjectPath(name)) with { Accept = Accept(resource, PartialObject) };
        return _connection.SendAsync(request, resource.TypeInfo, cancellationToken);
    }

    public async Task<KubernetesList<T>> ListAsync<T>(KubernetesResource<T> resource, ListScope scope, CancellationToken cancellationToken)
        where T : IKubernetesObject
    {
        try
        {
            return await ListPagesAsync(resource, scope, scope.PageSize, cancellationToken);
        }
        catch (ResourceExpiredException)
        {
            // The API server forgot the moment of the first page before the last one was asked for; one large answer has no such moment.
            return await ListPagesAsync(resource, scope, pageSize: null, cancellationToken);
        }
    }

    public async IAsyncEnumerable<WatchEvent<T>> WatchAsync<T>(
        KubernetesResource<T> resource, WatchScope scope, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : IKubernetesObject
    {
        var request = ApiRequest.Get(
            resource.CollectionPath(scope.Objects.Namespace),
            ("watch", "true"),
            ("allowWatchBookmarks", "true"),
            ("resourceVersion", scope.ResourceVersion),
            ("timeoutSeconds", scope.Timeout.TotalSeconds.ToString("0", CultureInfo.InvariantCulture)),
            ("labelSelector", scope.Objects.LabelSelector),
            ("fieldSelector", scope.Objects.FieldSelector)) with { Accept = Accept(resource, PartialObject) };

        using var response = await _connection.SendAsync(request, cancellationToken);
        await using var lines = await response.Content.ReadAsStreamAsync(cancellationToken);
        var reader = new WatchReader<T>(_connection, resource.TypeInfo);
        yield return reader.Bookmark(scope.ResourceVersion);

        await foreach (var change in reader.ReadAsync(lines, cancellationToken))
        {
            yield return change;
        }
    }

    public Task<T> CreateAsync<T>(KubernetesResource<T> resource, T body, CancellationToken cancellationToken)
        where T : IKubernetesObject
    {
        var request = new ApiRequest(HttpMethod.Post, resource.CollectionPath(body.Metadata?.NamespaceProperty))
        {
            Body = JsonSerializer.SerializeToUtf8Bytes(body, resource.TypeInfo),
        };
        return _connection.SendAsync(request, resource.TypeInfo, cancellationToken);
    }

    public Task<T> PatchAsync<T>(KubernetesResource<T> resource, ObjectName name, V1Patch patch, CancellationToken cancellationToken)
        where T : IKubernetesObject
    {
        var request = new ApiRequest(HttpMethod.Patch, resource.ObjectPath(name))
        {
            Accept = Accept(resource, PartialObject),
            Body = Encoding.UTF8.GetBytes(patch.Content),
            BodyType = patch.MediaType,
        };
        return _connection.SendAsync(request, resource.TypeInfo, cancellationToken);
    }

    public async Task DeleteAsync<T>(KubernetesResource<T> resource, ObjectName name, V1DeleteOptions options, CancellationToken cancellationToken)
        where T : IKubernetesObject
    {
        var request = new ApiRequest(HttpMethod.Delete, resource.ObjectPath(name))
        {
            Body = JsonSerializer.SerializeToUtf8Bytes(options, KubernetesJson.Default.V1DeleteOptions),
        };
        using var response = await _connection.SendAsync(request, cancellationToken);
    }

    public Task<VersionInfo> GetVersionAsync(CancellationToken cancellationToken) =>
        _connection.SendAsync(ApiRequest.Get("version"), KubernetesJson.Default.VersionInfo, cancellationToken);

    public async Task<IReadOnlyList<string>> GetGroupVersionsAsync(string group, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await _connection.SendAsync(ApiRequest.Get($"apis/{group}"), KubernetesJson.Default.V1APIGroup, cancellationToken);
            return [.. (answer.Versions ?? []).Select(version => version.Version).OfType<string>()];
        }
        catch (ResourceNotFoundException)
        {
            return [];
        }
    }

    public async Task<Stream> ReadLogAsync(ObjectName pod, PodLogScope scope, CancellationToken cancellationToken)
    {
        var request = ApiRequest.Get(
            $"{KubernetesResources.Pods.ObjectPath(pod)}/log",
            ("container", scope.Container),
            ("follow", scope.Follow ? "true" : null),
            ("previous", scope.Previous ? "true" : null),
            ("tailLines", scope.TailLines?.ToString(CultureInfo.InvariantCulture))) with { Accept = "*/*" };
        var response = await _connection.SendAsync(request, cancellationToken);
        return await response.Content.ReadAsStreamAsync(cancellationToken);
    }

    public async Task<Stream> PortForwardAsync(ObjectName pod, Port port, CancellationToken cancellationToken)
    {
        var request = ApiRequest.Get($"{KubernetesResources.Pods.ObjectPath(pod)}/portforward", ("ports", port.ToString()));
        var socket = await _connection.ConnectAsync(request, PortForwardStream.Protocol, cancellationToken);
        return new PortForwardStream(socket, $"port {port} of pod {pod}");
    }

    public void Dispose() => _connection.Dispose();

    private static string Accept<T>(KubernetesResource<T> resource, string partial)
        where T : IKubernetesObject => resource.MetadataOnly ? partial : "application/json";

    private async Task<KubernetesList<T>> ListPagesAsync<T>(
        KubernetesResource<T> resource, ListScope scope, int? pageSize, CancellationToken cancellationToken)
        where T : IKubernetesObject
    {
        var items = ImmutableArray.CreateBuilder<T>();
        string? next = null;

        while (true)
        {
            var request = ApiRequest.Get(
                resource.CollectionPath(scope.Namespace),
                ("limit", pageSize?.ToString(CultureInfo.InvariantCulture)),
                ("continue", next),
                ("labelSelector", scope.LabelSelector),
                ("fieldSelector", scope.FieldSelector)) with { Accept = Accept(resource, PartialList) };
            var page = await _connection.SendAsync(request, KubernetesJson.Default.ResourceList, cancellationToken);
            items.AddRange((page.Items ?? []).Select(item => item.Deserialize(resource.TypeInfo)!));
            next = page.Metadata?.ContinueProperty;

            if (string.IsNullOrEmpty(next))
            {
                return new KubernetesList<T>(items.ToImmutable(), page.Metadata?.ResourceVersion ?? "");
            }
        }
    }
}
