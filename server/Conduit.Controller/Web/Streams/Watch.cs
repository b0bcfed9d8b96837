using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Conduit.Controller.Selection;
using Conduit.Controller.Web.Documents;
using Conduit.Controller.Web.Questions;
using Conduit.Grpc;

namespace Conduit.Controller.Web.Streams;

/// <summary>
/// Asks a page's questions again and again and sends each answer that changed, at most one per question and second. One stream takes all
/// of them, because a browser has only six connections for everything.
/// </summary>
internal sealed class Watch(QuestionBook book, AnswerBoard board, EventStreams streams, TimeProvider time)
{
    public const string Parameter = "q";

    private const int MostQuestions = 16;
    private const int SecondsBetweenBeats = 15;
    private const string Fault = "fault";

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    public Task HandleAsync(HttpContext context)
    {
        var questions = Read(context.Request.Query);
        return streams.RunAsync(context, (stream, cancellationToken) => RunAsync(questions, stream, cancellationToken));
    }

    private ImmutableArray<AskedQuestion> Read(IQueryCollection query)
    {
        if (query.Keys.FirstOrDefault(key => key != Parameter) is { } stranger)
        {
            throw ApiFault.Invalid($"there is no parameter '{stranger}'; there is only '{Parameter}', once for each question");
        }

        var texts = query[Parameter];
        return texts.Count is > 0 and <= MostQuestions
            ? [.. texts.Select(text => book.Read(text ?? ""))]
            : throw ApiFault.Invalid($"a watch takes 1 to {MostQuestions} questions");
    }

    private async Task RunAsync(ImmutableArray<AskedQuestion> questions, EventStream stream, CancellationToken cancellationToken)
    {
        var told = new byte[questions.Length][];
        var silence = 0;
        using var timer = new PeriodicTimer(Interval, time);
        await stream.BeginAsync(cancellationToken);

        do
        {
            silence++;

            for (var number = 0; number < questions.Length; number++)
            {
                var (name, answer) = await AnswerAsync(questions[number], number, cancellationToken);

                if (!answer.AsSpan().SequenceEqual(told[number]))
                {
                    await stream.WriteAsync(name, answer, cancellationToken);
                    told[number] = answer;
                    silence = 0;
                }
            }

            // Without a word now and then nobody would notice that the other end is gone.
            if (silence == SecondsBetweenBeats)
            {
                await stream.CommentAsync("nothing new", cancellationToken);
                silence = 0;
            }
        }
        while (await timer.WaitForNextTickAsync(cancellationToken));
    }

    private async Task<(string Name, byte[] Json)> AnswerAsync(AskedQuestion question, int number, CancellationToken cancellationToken)
    {
        try
        {
            return (number.ToString(CultureInfo.InvariantCulture), await board.AnswerAsync(question, cancellationToken));
        }
        catch (RpcException fault)
        {
            return (Fault, JsonSerializer.SerializeToUtf8Bytes(new FaultDocument(fault.Status.Detail, number), WebJson.Default.FaultDocument));
        }
    }
}
