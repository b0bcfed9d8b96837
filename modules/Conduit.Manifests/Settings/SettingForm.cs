using System.Diagnostics.CodeAnalysis;

namespace Conduit.Manifests.Settings;

/// <summary>How the values of some settings are written.</summary>
/// <param name="Placeholder">What help shows in the value's place.</param>
/// <param name="Expected">What an error says that it expected.</param>
/// <param name="TryParse">Reads a value.</param>
/// <param name="Format">Writes a value so that it can be read again.</param>
internal sealed record SettingForm<T>(string Placeholder, string Expected, SettingForm<T>.Parser TryParse, Func<T, string> Format)
{
    public SettingKind Kind { get; init; }

    public delegate bool Parser(string text, [MaybeNullWhen(false)] out T value);
}
