namespace Conduit.Layout.Tests.References;

/// <param name="Projects">Projects that it may reference directly.</param>
/// <param name="Packages">Packages and frameworks that it may reference; <c>.*</c> at the end allows a family.</param>
internal sealed record AllowedReferences(string[] Projects, string[] Packages)
{
    /// <summary>Projects whose built programs it carries, without referencing their code.</summary>
    public string[] Carried { get; init; } = [];

    public bool AllowsPackage(string package) => Packages.Any(allowed =>
        allowed.EndsWith(".*", StringComparison.Ordinal)
            ? package.StartsWith(allowed[..^1], StringComparison.Ordinal)
            : package == allowed);
}
