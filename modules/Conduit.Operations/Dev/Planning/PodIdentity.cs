using System.Text.RegularExpressions;
using Conduit.Kubernetes.Models;

namespace Conduit.Operations.Dev.Planning;

/// <summary>What a pod knows about itself.</summary>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Name">Its name.</param>
/// <param name="Workload">What owns it, for messages.</param>
/// <param name="Template">What it was made from.</param>
internal sealed partial record PodIdentity(string Namespace, string Name, string Workload, V1PodTemplateSpec Template)
{
    private const string Address = "127.0.0.1";

    /// <summary>A field that a container may ask for (core/v1 EnvVarSource.fieldRef); null when it has no meaning here.</summary>
    public string? Field(string path) => path switch
    {
        "metadata.name" => Name,
        "metadata.namespace" => Namespace,
        "spec.nodeName" => "localhost",
        "spec.serviceAccountName" => Template.Spec?.ServiceAccountName ?? "default",
        "status.hostIP" or "status.podIP" or "status.podIPs" => Address,
        _ => OfMap(MapEntry().Match(path)),
    };

    private string? OfMap(Match match) => match.Groups["map"].Value switch
    {
        "labels" => Template.Metadata?.Labels?.GetValueOrDefault(match.Groups["key"].Value) ?? "",
        "annotations" => Template.Metadata?.Annotations?.GetValueOrDefault(match.Groups["key"].Value) ?? "",
        _ => null,
    };

    [GeneratedRegex(@"^metadata\.(?<map>labels|annotations)\['(?<key>[^']+)'\]$")]
    private static partial Regex MapEntry();
}
