namespace Conduit.Model.Failures;

/// <summary>Something that the user can act on: the message says what was wrong, where, and what to do.</summary>
public class ConduitException(string id, string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>Stable and machine-readable, such as <c>ApiUnreachable</c>; PowerShell shows it as the error's id.</summary>
    public string Id { get; } = id;
}
