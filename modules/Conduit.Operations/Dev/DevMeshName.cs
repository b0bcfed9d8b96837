using System.Text.RegularExpressions;
using Conduit.Model.Failures;

namespace Conduit.Operations.Dev;

/// <summary>What a dev mesh is called; its files are called the same.</summary>
internal static partial class DevMeshName
{
    private const string Fallback = "dev";

    /// <exception cref="ConduitException">The name that was asked for cannot be one.</exception>
    public static string Of(DevUpRequest request, string manifest)
    {
        if (request.Name is { } asked)
        {
            return Form().IsMatch(asked)
                ? asked
                : throw new ConduitException("MeshNameInvalid", $"{asked} cannot name a mesh: use lower-case letters, digits and hyphens.");
        }

        var file = Path.GetFileNameWithoutExtension(Path.TrimEndingDirectorySeparator(manifest));
        var derived = Separators().Replace(file.ToLowerInvariant(), "-").Trim('-');
        return derived.Length > 0 ? derived : Fallback;
    }

    [GeneratedRegex("^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$")]
    private static partial Regex Form();

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex Separators();
}
