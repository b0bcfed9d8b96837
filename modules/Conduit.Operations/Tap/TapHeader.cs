namespace Conduit.Operations.Tap;

/// <summary>A header of a request or a response.</summary>
/// <param name="Name">As it was sent.</param>
/// <param name="Value">A long one is cut and ends with an ellipsis. Null for a secret, which did not leave the proxy.</param>
public sealed record TapHeader(string Name, string? Value)
{
    /// <summary>What people see in place of a secret.</summary>
    public const string Redacted = "(redacted)";

    /// <summary>For people: a secret is <see cref="Redacted"/>.</summary>
    public string Text => Value ?? Redacted;
}
