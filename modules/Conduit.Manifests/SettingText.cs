namespace Conduit.Manifests;

/// <summary>What people read about a setting.</summary>
/// <param name="Name">The long flag, without its dashes.</param>
/// <param name="Placeholder">What help shows in the value's place, such as <c>PORT</c>.</param>
/// <param name="Description">One line of help.</param>
/// <param name="Expected">What a value must be, for messages.</param>
/// <param name="Kind">How it may be given.</param>
public sealed record SettingText(string Name, string Placeholder, string Description, string Expected, SettingKind Kind)
{
    /// <summary>What to say of a value that is not <see cref="Expected"/>.</summary>
    /// <param name="shownName">The setting as the user wrote it, such as <c>--proxy-uid</c>.</param>
    /// <param name="value">The value as the user wrote it.</param>
    public string Fault(string shownName, string value) => $"{shownName}: expected {Expected}, got \"{value}\"";
}
