using System.Collections.Immutable;

namespace Conduit.Manifests.Content;

/// <summary>Writes content in flow style, all strings double-quoted: valid as YAML and as JSON.</summary>
internal static class FlowText
{
    /// <param name="node">The content.</param>
    /// <param name="layout">The layout of the collection that the node is an element of.</param>
    public static string Of(ContentNode node, FlowLayout layout) => node switch
    {
        ContentMap map => Bracketed('{', Fields(map, layout.Deeper()), '}', layout),
        ContentList list => Bracketed('[', Items(list, layout.Deeper()), ']', layout),
        ContentText text => ScalarText.Flow(text.Value),
        ContentLiteral literal => literal.Source,
        _ => throw new ArgumentOutOfRangeException(nameof(node)),
    };

    /// <summary>The elements of a mapping without its braces, each in the layout given.</summary>
    public static ImmutableArray<string> Fields(ContentMap map, FlowLayout layout) =>
        [.. map.Fields.Select(field => $"{ScalarText.FlowKey(field.Key)}: {Of(field.Value, layout)}")];

    public static ImmutableArray<string> Items(ContentList list, FlowLayout layout) => [.. list.Items.Select(item => Of(item, layout))];

    private static string Bracketed(char open, ImmutableArray<string> elements, char close, FlowLayout layout) => elements.IsEmpty
        ? $"{open}{close}"
        : $"{open}{layout.Deeper().Edge}{string.Join("," + layout.Deeper().Gap, elements)}{layout.Edge}{close}";
}
