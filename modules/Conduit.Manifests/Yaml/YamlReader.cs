using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Conduit.Manifests.Yaml;

/// <summary>Reads a file into nodes that know where they stand. A syntax error ends the reading, a duplicate key does not.</summary>
internal sealed class YamlReader
{
    private const int DeepestNesting = 100;

    private readonly SourceText _source;
    private readonly ProblemLog _problems;
    private readonly Scanner _scanner;
    private readonly Parser _parser;
    private AnchorTable _anchors = new();
    private int _depth;

    private YamlReader(SourceText source, ProblemLog problems)
    {
        _source = source;
        _problems = problems;
        _scanner = new Scanner(new StringReader(source.Text), skipComments: true);
        _parser = new Parser(_scanner);
    }

    public static ImmutableArray<YamlDocument> Read(SourceText source, ProblemLog problems) => new YamlReader(source, problems).ReadDocuments();

    private ImmutableArray<YamlDocument> ReadDocuments()
    {
        var documents = ImmutableArray.CreateBuilder<YamlDocument>();

        try
        {
            while (_parser.MoveNext() && _parser.Current is not StreamEnd)
            {
                if (_parser.Current is DocumentStart)
                {
                    _problems.Document = documents.Count + 1;
                    documents.Add(ReadDocument());
                }
            }
        }
        catch (YamlException failure)
        {
            // Some of the scanner's failures carry no place; then its own position is the nearest one.
            AddSyntaxProblem(failure.Start.Index == 0 ? _scanner.CurrentPosition : failure.Start, failure.Message);
        }
        catch (InvalidOperationException)
        {
            // The scanner of YamlDotNet throws this, without a place, on some unclosed flow collections.
            AddSyntaxProblem(_scanner.CurrentPosition, "found text that does not belong here");
        }

        return documents.ToImmutable();
    }

    private void AddSyntaxProblem(Mark place, string complaint) =>
        _problems.Add((int)place.Index, SyntaxReason.Of(complaint, _source, (int)place.Index));

    private YamlDocument ReadDocument()
    {
        _anchors = new AnchorTable();
        _parser.MoveNext();
        return new YamlDocument(_problems.Document, ReadNode(), _anchors.Shared);
    }

    private YamlNode ReadNode()
    {
        if (++_depth > DeepestNesting)
        {
            throw new SemanticErrorException(_parser.Current!.Start, _parser.Current.End, $"nested deeper than {DeepestNesting} levels");
        }

        YamlNode node = _parser.Current switch
        {
            MappingStart start => ReadMapping(start),
            SequenceStart start => ReadSequence(start),
            AnchorAlias alias => ReadAlias(alias),
            Scalar scalar => ReadScalar(scalar),

            // The parser itself lets some keys pass that have no value, such as an anchor before a comma.
            { } other => throw new SemanticErrorException(other.Start, other.End, "a value is missing"),
            null => throw new SemanticErrorException(_scanner.CurrentPosition, _scanner.CurrentPosition, "a value is missing"),
        };
        _depth--;
        return node;
    }

    private YamlMapping ReadMapping(MappingStart start)
    {
        var anchor = _anchors.Begin(start);
        var entries = ImmutableArray.CreateBuilder<YamlEntry>();
        var lines = new Dictionary<string, int>();

        while (_parser.MoveNext() && _parser.Current is not MappingEnd)
        {
            var keyNode = ReadNode();
            _parser.MoveNext();
            var value = ReadNode();
            var key = KeyText(keyNode);

            if (key != YamlEntry.MergeKey && !lines.TryAdd(key, keyNode.Start))
            {
                _problems.Add(keyNode.Start, $"duplicate key \"{key}\", first on line {_source.Position(lines[key]).Line}");
            }

            entries.Add(new YamlEntry(keyNode, key, ColonEnd(keyNode), value));
        }

        var isFlow = start.Style == MappingStyle.Flow;
        var end = CollectionEnd(isFlow, start, entries.Count == 0 ? null : entries[^1].End);
        return _anchors.Complete(new YamlMapping((int)start.Start.Index, end, anchor, isFlow, entries.DrainToImmutable()));
    }

    private YamlSequence ReadSequence(SequenceStart start)
    {
        var anchor = _anchors.Begin(start);
        var items = ImmutableArray.CreateBuilder<YamlNode>();

        while (_parser.MoveNext() && _parser.Current is not SequenceEnd)
        {
            items.Add(ReadNode());
        }

        var isFlow = start.Style == SequenceStyle.Flow;
        var end = CollectionEnd(isFlow, start, items.Count == 0 ? null : items[^1].End);
        return _anchors.Complete(new YamlSequence((int)start.Start.Index, end, anchor, isFlow, items.DrainToImmutable()));
    }

    private YamlScalar ReadScalar(Scalar scalar)
    {
        var anchor = _anchors.Begin(scalar);
        var start = Math.Min((int)scalar.Start.Index, _source.Text.Length);
        var end = _source.TrimEnd(Math.Clamp((int)scalar.End.Index, start, _source.Text.Length), start);
        var isBlock = scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded;
        var keeps = isBlock && _source.Text.AsSpan()[start.._source.LineEnd(start)].Contains('+');
        return _anchors.Complete(new YamlScalar(start, end, anchor, scalar.Value, scalar.Style == ScalarStyle.Plain, keeps));
    }

    private YamlAlias ReadAlias(AnchorAlias alias) =>
        new((int)alias.Start.Index, (int)alias.End.Index, alias.Value.Value, _anchors.Resolve(alias));

    private string KeyText(YamlNode key) => key.Resolved is YamlScalar scalar
        ? scalar.Value
        : throw new SemanticErrorException(MarkAt(key.Start), MarkAt(key.End), $"found {key.Description} where a key must be");

    private int? ColonEnd(YamlNode key)
    {
        var before = _source.TrimEnd(key.Start, floor: 0);
        var colon = _source.SkipSpaces(key.End);
        var isAsked = before > 0 && before < key.Start && _source.Text[before - 1] == '?';
        return !isAsked && colon < _source.Text.Length && _source.Text[colon] == ':' ? colon + 1 : null;
    }

    // The parser ends a block collection where the next token begins, far behind its last character.
    private int CollectionEnd(bool isFlow, NodeEvent start, int? lastChild)
    {
        var close = (int)_parser.Current!.Start.Index;

        // A pair in a flow sequence, as in [a: b], is a flow mapping without brackets.
        return isFlow && close < _source.Text.Length && _source.Text[close] is ('}' or ']')
            ? close + 1
            : lastChild ?? _source.TrimEnd((int)start.End.Index, (int)start.Start.Index);
    }

    private Mark MarkAt(int index)
    {
        var (line, column) = _source.Position(index);
        return new Mark(index, line, column);
    }
}
