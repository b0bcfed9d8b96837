namespace Conduit.Kubernetes.Serialization;

/// <summary>One fault in a manifest. Document, line and column count from 1.</summary>
public sealed record YamlProblem(int Document, int Line, int Column, string Reason);
