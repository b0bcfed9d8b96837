using Conduit.Kubernetes.Models;
using YamlDotNet.RepresentationModel;

namespace Conduit.Kubernetes.Serialization;

/// <summary>An object and where it stands in the text it was read from.</summary>
public sealed class KubernetesYamlObject
{
    private readonly YamlNode _node;

    internal KubernetesYamlObject(IKubernetesObject value, int document, YamlNode node)
    {
        Value = value;
        Document = document;
        _node = node;
    }

    public IKubernetesObject Value { get; }

    /// <summary>The number of its document, from 1.</summary>
    public int Document { get; }

    /// <summary>
    /// A fault of this object, placed at <paramref name="path"/>, such as <c>spec.containers[0].env[2].value</c>, or at the innermost
    /// part of it that exists.
    /// </summary>
    public YamlProblem Problem(string path, string reason)
    {
        var start = YamlPath.Find(_node, path).Start;
        return new YamlProblem(Document, (int)start.Line, (int)start.Column, reason);
    }
}
