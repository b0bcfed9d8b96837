namespace Conduit.Manifests.Content;

/// <summary>A string; written with quotes where it would otherwise be read as something else.</summary>
internal sealed record ContentText(string Value) : ContentNode;
