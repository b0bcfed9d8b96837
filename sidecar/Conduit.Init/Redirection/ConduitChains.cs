using System.Collections.Immutable;

namespace Conduit.Init.Redirection;

/// <summary>The names of our chains in the nat table; contract, so that people find them.</summary>
internal static class ConduitChains
{
    public const string Redirect = "CONDUIT_REDIRECT";
    public const string Output = "CONDUIT_OUTPUT";

    public static ImmutableArray<string> All { get; } = [Redirect, Output];
}
