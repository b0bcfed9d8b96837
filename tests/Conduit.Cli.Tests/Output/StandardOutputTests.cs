using Conduit.Cli.Output;

namespace Conduit.Cli.Tests.Output;

public sealed class StandardOutputTests
{
    private const int BrokenPipe = 32;
    private const int NoSpaceLeft = 28;

    [Fact]
    public void A_reader_that_went_away_is_told_from_other_faults()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var closed = new StandardOutput(new FailingStream(BrokenPipe));
        using var full = new StandardOutput(new FailingStream(NoSpaceLeft));

        Assert.Throws<OutputClosedException>(() => closed.Write([1]));
        Assert.Throws<IOException>(() => full.Write([1]));
    }

    [Fact]
    public void Text_that_nobody_reads_is_let_go_at_the_end()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var closed = new StandardOutput(new FailingStream(BrokenPipe));
        var output = new StreamWriter(closed);
        var terminal = new Terminal { Input = Stream.Null, OutStream = closed, Out = output, Error = TextWriter.Null };

        output.Write("data");

        Assert.False(terminal.TryFlush());
    }

    private sealed class FailingStream(int error) : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => throw new IOException("It failed.", error);
    }
}
