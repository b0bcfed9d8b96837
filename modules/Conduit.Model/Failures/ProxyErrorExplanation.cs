namespace Conduit.Model.Failures;

/// <summary>What an error of a proxy tells people, one sentence each.</summary>
/// <param name="Meaning">What happened.</param>
/// <param name="Culprit">Who failed.</param>
/// <param name="Remedy">What to do.</param>
public sealed record ProxyErrorExplanation(string Meaning, string Culprit, string Remedy);
