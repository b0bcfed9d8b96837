using System.Text;
using Conduit.Proxy.Http1;
using Conduit.Proxy.Http1.Bodies;
using Conduit.Proxy.Http1.Heads;
using Conduit.Proxy.Tests.Http1.Bodies;
using Conduit.Proxy.Tests.Http1.Heads;
using Conduit.Testing.Fuzzing;

namespace Conduit.Proxy.Tests.Http1;

/// <summary>Whatever comes is taken or refused, and always in the same way however it is cut.</summary>
public sealed class Http1FuzzTests
{
    private const int MostFields = 8;

    private static readonly Http1Options Options = new() { MaxHeadLength = 512, MaxFields = MostFields };

    private static readonly byte[][] Chunks =
    [
        "5\r\nhello\r\n0\r\n\r\n"u8.ToArray(),
        "A;a=\"b\"\r\n0123456789\r\n01\r\nx\r\n00\r\nX-Sum: 1\r\nY:\r\n\r\n"u8.ToArray(),
    ];

    private readonly int _rounds = FuzzRounds.Count(50_000);

    [Fact]
    public void A_request_that_is_taken_still_says_the_same_after_its_journey()
    {
        var random = new Random(1);
        var (fields, again, editor) = (new FieldList(MostFields), new FieldList(MostFields + 1), new HeadEditor());

        for (var round = 0; round < _rounds; round++)
        {
            var bytes = FuzzedHeads.Request(random);

            if (!IsComplete(new HeadReader(Options).ReadRequest(bytes, fields, out var line, out var length)))
            {
                continue;
            }

            var head = bytes.AsSpan(0, length);
            var edited = editor.EditRequest(head, line, fields, new HeadEdit { Connection = round % 2 == 0 ? "close"u8 : default });

            Assert.True(IsComplete(new HeadReader(Options with { MaxHeadLength = 1024 }).ReadRequest(edited, again, out var lineAgain, out _)), Show(bytes));
            Assert.Equal(line, lineAgain);
            Assert.Equal((fields.ContentLength, fields.IsChunked), (again.ContentLength, again.IsChunked));
            Assert.Equal(round % 2 == 0 ? ConnectionOptions.Close : ConnectionOptions.None, again.Connection);
        }
    }

    [Fact]
    public void A_response_that_is_taken_still_says_the_same_after_its_journey()
    {
        var random = new Random(2);
        var (fields, again, editor) = (new FieldList(MostFields), new FieldList(MostFields + 1), new HeadEditor());

        for (var round = 0; round < _rounds; round++)
        {
            var bytes = FuzzedHeads.Response(random);

            if (!IsComplete(new HeadReader(Options).ReadResponse(bytes, fields, out var line, out var length)))
            {
                continue;
            }

            var edited = editor.EditResponse(bytes.AsSpan(0, length), fields, new HeadEdit { DropsLength = fields.HasTransferEncoding });

            Assert.True(IsComplete(new HeadReader(Options).ReadResponse(edited, again, out var lineAgain, out _)), Show(bytes));
            Assert.Equal(line, lineAgain);
            Assert.False(again.HasSpacedNames);
            Assert.Equal(fields.IsChunked, again.IsChunked);
            Assert.Equal(fields.HasTransferEncoding ? -1 : fields.ContentLength, again.ContentLength);
        }
    }

    [Fact]
    public void A_request_is_refused_when_the_grammar_refuses_it_and_only_then()
    {
        var random = new Random(5);
        var fields = new FieldList(MostFields);

        for (var round = 0; round < _rounds; round++)
        {
            var bytes = FuzzedHeads.Request(random);

            Assert.True(RequestGrammar.Judge(Encoding.Latin1.GetString(bytes), Options) == new HeadReader(Options).ReadRequest(bytes, fields, out _, out _), Show(bytes));
        }
    }

    [Fact]
    public void A_response_is_refused_when_the_grammar_refuses_it_and_only_then()
    {
        var random = new Random(7);
        var fields = new FieldList(MostFields);

        for (var round = 0; round < _rounds; round++)
        {
            var bytes = FuzzedHeads.Response(random);

            Assert.True(ResponseGrammar.Judge(Encoding.Latin1.GetString(bytes), Options) == new HeadReader(Options).ReadResponse(bytes, fields, out _, out _), Show(bytes));
        }
    }

    [Fact]
    public void Chunks_end_where_the_grammar_ends_them()
    {
        var random = new Random(6);

        for (var round = 0; round < _rounds; round++)
        {
            var bytes = FuzzedHeads.Mutate(random, Chunks);
            var scanner = default(ChunkScanner);
            int? end = scanner.Take(bytes, out var taken, out _) == BodyProgress.Done ? taken : null;

            Assert.True(ChunkGrammar.EndOf(Encoding.Latin1.GetString(bytes)) == end, Show(bytes));
        }
    }

    [Fact]
    public void A_head_is_judged_alike_whole_and_in_pieces()
    {
        var random = new Random(3);
        var fields = new FieldList(MostFields);

        for (var round = 0; round < _rounds; round++)
        {
            var bytes = FuzzedHeads.Request(random);
            var whole = new HeadReader(Options).ReadRequest(bytes, fields, out _, out var length);
            var reader = new HeadReader(Options);
            var result = HeadResult.Incomplete;
            var pieced = 0;

            for (var end = random.Next(8); result == HeadResult.Incomplete && end < bytes.Length; end += random.Next(1, 20))
            {
                result = reader.ReadRequest(bytes.AsSpan(0, end), fields, out _, out pieced);
            }

            result = result == HeadResult.Incomplete ? reader.ReadRequest(bytes, fields, out _, out pieced) : result;
            Assert.True(whole == result && (!IsComplete(whole) || length == pieced), Show(bytes));
        }
    }

    [Fact]
    public void Chunks_end_at_the_same_byte_whole_and_in_pieces()
    {
        var random = new Random(4);

        for (var round = 0; round < _rounds; round++)
        {
            var bytes = FuzzedHeads.Mutate(random, Chunks);
            var whole = default(ChunkScanner);
            var result = whole.Take(bytes, out var taken, out var content);
            var pieces = default(ChunkScanner);
            var (piecewise, total, contents) = (BodyProgress.More, 0, 0);

            while (piecewise == BodyProgress.More && total < bytes.Length)
            {
                piecewise = pieces.Take(bytes.AsSpan(total, Math.Min(random.Next(1, 9), bytes.Length - total)), out var part, out var more);
                (total, contents) = (total + part, contents + more);
            }

            Assert.True((result, taken, content) == (piecewise, total, contents), Show(bytes));
            Assert.True(content <= taken && taken <= bytes.Length, Show(bytes));
        }
    }

    private static bool IsComplete(HeadResult result) => result == HeadResult.Complete;

    private static string Show(byte[] bytes) => Encoding.Latin1.GetString(bytes).Replace("\r", "\\r", StringComparison.Ordinal);
}
