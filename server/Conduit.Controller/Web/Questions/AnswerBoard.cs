using System.Collections.Concurrent;

namespace Conduit.Controller.Web.Questions;

/// <summary>
/// Keeps answers for half a second, so that many who watch the same cost no more than one; and one that took long for twenty times that
/// long, so that in a large mesh no question takes more than a twentieth of a processor.
/// </summary>
internal sealed class AnswerBoard(QuestionBook book, TimeProvider time)
{
    private const int MostQuestions = 256;
    private const int RestPerWork = 20;

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
            if (note.Answer is null or { IsFaulted: true } || (note.Answer.IsCompleted && time.GetElapsedTime(note.At) >= note.Rest))
            {
                var started = time.GetTimestamp();
                note.Answer = book.AnswerAsync(asked, CancellationToken.None);
                note.At = time.GetTimestamp();

                // What is awaited is not this processor's work.
                var work = time.GetElapsedTime(started, note.At);
                note.Rest = work * RestPerWork > Freshness ? work * RestPerWork : Freshness;
            }

            return note.Answer.WaitAsync(cancellationToken);
        }
    }

    private sealed class Note
    {
        public Task<byte[]>? Answer { get; set; }

        public long At { get; set; }

        /// <summary>How long the answer is kept.</summary>
        public TimeSpan Rest { get; set; }
    }
}
