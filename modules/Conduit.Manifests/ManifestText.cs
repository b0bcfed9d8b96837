namespace Conduit.Manifests;

/// <summary>One input: YAML or JSON, any number of documents.</summary>
/// <param name="Name">What messages call it, such as the file's path.</param>
/// <param name="Text">Its text; a byte order mark at its start is kept.</param>
public sealed record ManifestText(string Name, string Text);
