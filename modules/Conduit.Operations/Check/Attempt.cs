namespace Conduit.Operations.Check;

/// <summary>What a check brought to light, besides how it went.</summary>
/// <param name="Value">Null when it went wrong.</param>
/// <param name="Result">How it went.</param>
internal readonly record struct Attempt<T>(T? Value, CheckResult Result)
    where T : class;
