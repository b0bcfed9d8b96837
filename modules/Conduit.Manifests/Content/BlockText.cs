namespace Conduit.Manifests.Content;

/// <summary>Writes content in block style, as lines without breaks and without the indentation of the place where they go.</summary>
internal sealed class BlockText
{
    private readonly BlockStyle _style;
    private readonly List<string> _lines = [];

    private BlockText(BlockStyle style) => _style = style;

    public static IReadOnlyList<string> Lines(ContentMap map, BlockStyle style)
    {
        var text = new BlockText(style);
        text.Map(map, firstPrefix: "", indent: 0);
        return text._lines;
    }

    public static IReadOnlyList<string> Lines(ContentList list, BlockStyle style)
    {
        var text = new BlockText(style);
        text.List(list, indent: 0);
        return text._lines;
    }

    /// <summary>A stream of documents in our own style.</summary>
    public static string Stream(IEnumerable<ContentMap> documents) =>
        string.Concat(documents.Select(document => "---\n" + string.Concat(Lines(document, BlockStyle.Default).Select(line => line + "\n"))));

    private static string Spaces(int count) => new(' ', count);

    private void Map(ContentMap map, string firstPrefix, int indent)
    {
        var prefix = firstPrefix;

        foreach (var (key, value) in map.Fields)
        {
            Field(prefix, key, value, indent);
            prefix = Spaces(indent);
        }
    }

    private void Field(string prefix, string key, ContentNode value, int indent)
    {
        switch (value)
        {
            case ContentMap { Fields.IsEmpty: false } map:
                _lines.Add($"{prefix}{ScalarText.BlockKey(key)}:");
                Map(map, Spaces(indent + _style.Step), indent + _style.Step);
                break;
            case ContentList { Items.IsEmpty: false } list:
                _lines.Add($"{prefix}{ScalarText.BlockKey(key)}:");
                List(list, indent + _style.DashOffset);
                break;
            case ContentText { Value: var text } when text.EndsWith('\n'):
                _lines.Add($"{prefix}{ScalarText.BlockKey(key)}: |");
                _lines.AddRange(text.Split('\n')[..^1].Select(line => line.Length == 0 ? "" : Spaces(indent + _style.Step) + line));
                break;
            default:
                _lines.Add($"{prefix}{ScalarText.BlockKey(key)}: {Inline(value)}");
                break;
        }
    }

    private void List(ContentList list, int indent)
    {
        foreach (var item in list.Items)
        {
            var prefix = Spaces(indent) + "- ";

            if (item is ContentMap { Fields.IsEmpty: false } map)
            {
                Map(map, prefix, indent + 2);
            }
            else
            {
                _lines.Add(prefix + Inline(item));
            }
        }
    }

    private static string Inline(ContentNode node) => node switch
    {
        ContentText text => ScalarText.Block(text.Value),
        ContentLiteral literal => literal.Source,
        _ => FlowText.Of(node, FlowLayout.OneLine),
    };
}
