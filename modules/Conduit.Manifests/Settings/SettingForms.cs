using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using Conduit.Model.Addresses;
using Conduit.Model.Durations;
using Conduit.Model.Quantities;

namespace Conduit.Manifests.Settings;

internal static partial class SettingForms
{
    public static SettingForm<string> Namespace { get; } = Matching("NAMESPACE", "a namespace's name", NamespaceName());

    public static SettingForm<string> Version { get; } = Matching("VERSION", "letters, digits, dots and dashes", VersionName());

    public static SettingForm<string> Registry { get; } = Matching("REGISTRY", "a registry such as example.org:5000/team", ImageName());

    public static SettingForm<string?> Image { get; } = new(
        "IMAGE",
        "an image's name",
        (string text, out string? image) => (image = text) is not null && ImageName().IsMatch(text),
        image => image ?? "");

    public static SettingForm<string> ImageWithTag { get; } = Matching("IMAGE", "an image's name", ImageName());

    public static SettingForm<Uri?> Url { get; } = new(
        "URL",
        "a URL such as http://prometheus.monitoring:9090",
        (string text, out Uri? url) => Uri.TryCreate(text, UriKind.Absolute, out url) && url.Scheme is "http" or "https",
        url => url?.OriginalString ?? "");

    public static SettingForm<ImmutableArray<string>> Hosts { get; } = new(
        "HOSTS",
        "names or addresses without a port, such as kubernetes.example.org,10.0.0.1",
        (string text, out ImmutableArray<string> hosts) => (hosts = [.. text.Split(',')]).All(host => Uri.CheckHostName(host) != UriHostNameType.Unknown),
        hosts => string.Join(',', hosts))
    {
        Kind = SettingKind.List,
    };

    public static SettingForm<string> Text { get; } = Matching("FILTER", "some text on one line", OneLine());

    public static SettingForm<Port> Port { get; } = new("PORT", "a port from 1 to 65535", Model.Addresses.Port.TryParse, port => port.ToString());

    public static SettingForm<PortSet> Ports { get; } = new(
        "PORTS",
        "ports and ranges such as 25,8000-8010",
        (string text, [MaybeNullWhen(false)] out PortSet ports) => PortSet.TryParse(text, out ports, out _),
        ports => ports.ToString())
    {
        Kind = SettingKind.List,
    };

    public static SettingForm<Quantity?> Quantity { get; } = new(
        "QUANTITY", "a quantity such as 100m or 64Mi", TryParseQuantity, quantity => quantity?.Text ?? "");

    public static SettingForm<TimeSpan> Duration { get; } = new(
        "DURATION",
        "a duration above zero such as 10s",
        (string text, out TimeSpan duration) => GoDuration.TryParse(text, out duration) && duration > TimeSpan.Zero,
        GoDuration.Format);

    // The root user's packets cannot be told from those of other containers that run as root.
    public static SettingForm<int> UserId { get; } = new(
        "UID",
        "a user id of 1 or more",
        (string text, out int user) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out user) && user > 0,
        user => user.ToString(CultureInfo.InvariantCulture));

    public static SettingForm<int> Count { get; } = new(
        "COUNT",
        "a number of 1 or more",
        (string text, out int count) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out count) && count > 0,
        count => count.ToString(CultureInfo.InvariantCulture));

    public static SettingForm<bool> Switch { get; } = new("BOOL", "true or false", bool.TryParse, value => value ? "true" : "false")
    {
        Kind = SettingKind.Switch,
    };

    public static SettingForm<string> Among(string placeholder, params string[] choices) => new(
        placeholder,
        $"one of {string.Join(", ", choices)}",
        (string text, [MaybeNullWhen(false)] out string value) => choices.Contains(value = text, StringComparer.Ordinal),
        text => text);

    public static SettingForm<T> OneOf<T>(string placeholder)
        where T : struct, Enum => new(placeholder, $"one of {string.Join(", ", Enum.GetNames<T>())}", TryParseName, value => value.ToString());

    private static bool TryParseName<T>(string text, out T value)
        where T : struct, Enum
    {
        value = default;
        return Enum.GetNames<T>().Contains(text, StringComparer.Ordinal) && Enum.TryParse(text, out value);
    }

    private static bool TryParseQuantity(string text, out Quantity? quantity)
    {
        var valid = Model.Quantities.Quantity.TryParse(text, out var parsed);
        quantity = valid ? parsed : null;
        return valid;
    }

    private static SettingForm<string> Matching(string placeholder, string expected, Regex pattern) =>
        new(placeholder, expected, (string text, [MaybeNullWhen(false)] out string value) => pattern.IsMatch(value = text), text => text);

    [GeneratedRegex("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", RegexOptions.CultureInvariant)]
    private static partial Regex NamespaceName();

    [GeneratedRegex(@"^[\.a-zA-Z0-9-]+$", RegexOptions.CultureInvariant)]
    private static partial Regex VersionName();

    [GeneratedRegex("^[a-zA-Z0-9][a-zA-Z0-9._:/@-]*$", RegexOptions.CultureInvariant)]
    private static partial Regex ImageName();

    [GeneratedRegex(@"^[^\p{C}]+$", RegexOptions.CultureInvariant)]
    private static partial Regex OneLine();
}
