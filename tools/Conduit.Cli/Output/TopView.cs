using Conduit.Cli.Output.Documents;
using Conduit.Cli.Output.Tables;
using Conduit.Operations.Top;

namespace Conduit.Cli.Output;

/// <summary>
/// The busiest paths as they become known: on a terminal each table takes the place of the one before; elsewhere they follow each other, or
/// only the last is written.
/// </summary>
internal sealed class TopView(Terminal terminal, OutputFormat format, double maxRps)
{
    private static readonly TimeSpan LiveRefresh = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan WrittenRefresh = TimeSpan.FromSeconds(2);

    private readonly RefreshedRows _screen = new(terminal);

    /// <summary>Whether rows are written again and again where no terminal can replace them.</summary>
    public required bool Repeats { get; init; }

    /// <summary>Whether a person sees them change.</summary>
    public bool IsLive => terminal.OutIsTerminal && format is OutputFormat.Table or OutputFormat.Wide;

    /// <summary>Time between two showings.</summary>
    public TimeSpan Refresh => IsLive ? LiveRefresh : WrittenRefresh;

    public void Show(TopSnapshot snapshot)
    {
        if (IsLive)
        {
            _screen.Show(rows => TopTables.Of(snapshot.Rows.Take(rows), wide: format == OutputFormat.Wide));
        }
        else if (Repeats && snapshot.Rows.Length > 0)
        {
            Write(snapshot);
            terminal.Out.WriteLine();
            terminal.Out.Flush();
        }
    }

    /// <summary>Leaves what was seen in all.</summary>
    public void End(TopSnapshot snapshot)
    {
        _screen.Clear();
        Write(snapshot);
    }

    private void Write(TopSnapshot snapshot) => new ResultWriter(terminal, format).Write(
        snapshot.Rows.Length,
        none: "No traffic found.",
        () => TopDocument.Of(snapshot, maxRps),
        wide => TopTables.Of(snapshot.Rows, wide).Write(terminal));
}
