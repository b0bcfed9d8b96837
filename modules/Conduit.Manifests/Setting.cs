using Conduit.Manifests.Settings;

namespace Conduit.Manifests;

/// <summary>
/// One value that a user may set, by one name as a flag (<c>--name</c>) and, for a proxy, as an annotation (<c>config.conduit.io/name</c>).
/// </summary>
/// <typeparam name="TModel">What it is a part of.</typeparam>
public sealed class Setting<TModel>
    where TModel : class
{
    private readonly Func<TModel, string> _read;
    private readonly Func<TModel, string, TModel?> _write;

    private Setting(SettingText text, Func<TModel, string> read, Func<TModel, string, TModel?> write)
    {
        Text = text;
        _read = read;
        _write = write;
    }

    /// <summary>Its name and what people read about it.</summary>
    public SettingText Text { get; }

    /// <summary>The value in a model, written as a user would; empty when there is none.</summary>
    public string Read(TModel model) => _read(model);

    /// <summary>The model with this value, or null when the text is not what <see cref="SettingText.Expected"/> says.</summary>
    public TModel? Write(TModel model, string text) => _write(model, text);

    internal static Setting<TModel> Of<T>(
        string name, string description, SettingForm<T> form, Func<TModel, T> get, Func<TModel, T, TModel> set) => new(
        new SettingText(name, form.Placeholder, description, form.Expected, form.Kind),
        model => form.Format(get(model)),
        (model, text) => form.TryParse(text, out var value) ? set(model, value) : null);

    /// <summary>The same setting of something that contains <typeparamref name="TModel"/>.</summary>
    internal Setting<TOuter> Within<TOuter>(Func<TOuter, TModel> get, Func<TOuter, TModel, TOuter> set)
        where TOuter : class => new(
            Text,
            outer => Read(get(outer)),
            (outer, text) => Write(get(outer), text) is { } inner ? set(outer, inner) : null);
}
