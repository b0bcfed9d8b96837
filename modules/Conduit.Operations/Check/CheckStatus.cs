namespace Conduit.Operations.Check;

/// <summary>In the order of gravity.</summary>
public enum CheckStatus
{
    Ok,

    /// <summary>The answer is no.</summary>
    Fail,

    /// <summary>There was no answer.</summary>
    Error,
}
