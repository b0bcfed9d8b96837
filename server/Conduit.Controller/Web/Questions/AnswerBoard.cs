using System.Collections.Concurrent;

namespace Conduit.Controller.Web.Questions;

/// <summary>Keeps answers for half a second, so that many who watch the same cost no more than one.</summary>
internal sealed class AnswerBoard(QuestionBook book, TimeProvider time)
{
    private const int MostQuestions = 256;

    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(0.5);

    private readonly ConcurrentDictionary<string, Note> _notes = new();

    /// <summary>An answer that others may wait for is not given up by one of them.</summary>
    public Task<byte[]> AnswerAsync(AskedQuestion asked, CancellationToken cancellationToken)
    {
        if (_notes.Count >= MostQuestions)
        {
            _notes.Clear();
        }

        var note = _notes.GetOrAdd(asked.Key, _ => new Note());

        lock (note)
        {
            if (note.Answer is null or { IsFaulted: true } || (note.Answer.IsCompleted && time.GetElapsedTime(note.At) >= Freshness))
            {
                note.At = time.GetTimestamp();
                note.Answer = book.AnswerAsync(asked, CancellationToken.None);
            }

            return note.Answer.WaitAsync(cancellationToken);
        }
    }

    private sealed class Note
    {
        public Task<byte[]>? Answer { get; set; }

        public long At { get; set; }
    }
}
