namespace Conduit.Proxy.Forwarding;

/// <summary>A header as a tap may show it.</summary>
/// <param name="Name">As it was sent.</param>
/// <param name="Value">Null for a secret. A long one ends with an ellipsis.</param>
internal readonly record struct SeenHeader(string Name, string? Value);
