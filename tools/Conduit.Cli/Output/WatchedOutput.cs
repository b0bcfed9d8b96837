namespace Conduit.Cli.Output;

/// <summary>
/// An answer that is asked for again and again: on a terminal each takes the place of the one before, elsewhere they follow each other with an
/// empty line between.
/// </summary>
internal sealed class WatchedOutput(Terminal terminal, TimeProvider time)
{
    private const int DefaultHeight = 24;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private readonly LiveText _text = new(terminal);

    /// <summary>Runs until it is cancelled, which is how a watch ends.</summary>
    /// <param name="write">Writes one answer.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task RunAsync(Func<Terminal, Task> write, CancellationToken cancellationToken)
    {
        // What is not data is said with the first answer alone.
        var error = terminal.Error;

        try
        {
            while (true)
            {
                var answer = new StringWriter { NewLine = "\n" };
                await write(terminal with { Out = answer, Error = error });
                Show(answer.ToString(), isFirst: error == terminal.Error);
                error = TextWriter.Null;
                await Task.Delay(Interval, time, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The last answer stays.
        }
    }

    private void Show(string answer, bool isFirst)
    {
        if (terminal.OutIsTerminal)
        {
            // What scrolled away could not be replaced.
            var fitting = (terminal.Height ?? DefaultHeight) - 1;
            _text.Show(string.Concat(answer.Split('\n').SkipLast(1).Take(fitting).Select(line => line + "\n")));
        }
        else
        {
            terminal.Out.Write(isFirst ? answer : "\n" + answer);
            terminal.Out.Flush();
        }
    }
}
