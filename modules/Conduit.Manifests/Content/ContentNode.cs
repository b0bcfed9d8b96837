using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Conduit.Manifests.Content;

/// <summary>Something that we write: a tree that knows neither style nor place.</summary>
internal abstract record ContentNode
{
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator ContentNode?(string? text) => text is null ? null : new ContentText(text);

    public static implicit operator ContentNode(int number) => new ContentLiteral(number.ToString(CultureInfo.InvariantCulture));

    public static implicit operator ContentNode(bool value) => new ContentLiteral(value ? "true" : "false");
}
