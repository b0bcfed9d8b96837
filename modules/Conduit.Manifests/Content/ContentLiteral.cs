namespace Conduit.Manifests.Content;

/// <summary>A number, a boolean or an alias; written as it is.</summary>
internal sealed record ContentLiteral(string Source) : ContentNode;
