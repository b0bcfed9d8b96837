using System.Text.Json.Serialization;
using Conduit.Kubernetes.Client;
using Conduit.Kubernetes.Models;

namespace Conduit.Kubernetes.Serialization;

/// <summary>The kinds that we read and write, in the API's own spelling.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(KubernetesObject))]
[JsonSerializable(typeof(V1APIGroup))]
[JsonSerializable(typeof(V1ConfigMap))]
[JsonSerializable(typeof(V1DaemonSet))]
[JsonSerializable(typeof(V1DeleteOptions))]
[JsonSerializable(typeof(V1Deployment))]
[JsonSerializable(typeof(V1EndpointSlice))]
[JsonSerializable(typeof(V1Endpoints))]
[JsonSerializable(typeof(V1Job))]
[JsonSerializable(typeof(V1Namespace))]
[JsonSerializable(typeof(V1Pod))]
[JsonSerializable(typeof(V1ReplicaSet))]
[JsonSerializable(typeof(V1ReplicationController))]
[JsonSerializable(typeof(V1Secret))]
[JsonSerializable(typeof(V1SelfSubjectAccessReview))]
[JsonSerializable(typeof(V1Service))]
[JsonSerializable(typeof(V1StatefulSet))]
[JsonSerializable(typeof(V1Status))]
[JsonSerializable(typeof(VersionInfo))]
[JsonSerializable(typeof(ResourceList))]
[JsonSerializable(typeof(WatchFrame))]
internal sealed partial class KubernetesJson : JsonSerializerContext;
