using System.IO.Pipelines;
using System.Text;
using Conduit.Proxy.Hosting.Logging;
using Conduit.Testing.Time;
using Microsoft.Extensions.Logging;

namespace Conduit.Proxy.Tests.Hosting.Logging;

public sealed class LineLogProviderTests
{
    private static readonly EventId Event = new(7);

    [Fact]
    public async Task An_event_is_one_line_whatever_its_text()
    {
        var pipe = new Pipe();
        using (var provider = new LineLogProvider(pipe.Writer.AsStream(), new ManualTimeProvider()))
        {
            Write(provider, "two\nlines");
        }

        using var reader = new StreamReader(pipe.Reader.AsStream(), Encoding.UTF8);
        var written = await Eventually.Ends(reader.ReadToEndAsync());

        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z warn: Area\[7\] two lines\n$", written);
    }

    [Fact]
    public void Nobody_waits_for_an_output_that_is_not_read()
    {
        // A pipe that takes nothing more after the first line.
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 1, resumeWriterThreshold: 1));
        using var provider = new LineLogProvider(pipe.Writer.AsStream(), new ManualTimeProvider());

        for (var line = 0; line < 10_000; line++)
        {
            Write(provider, "line");
        }

        pipe.Reader.Complete();
    }

    private static void Write(LineLogProvider provider, string message) =>
        provider.CreateLogger("Area").Log(LogLevel.Warning, Event, message, exception: null, (state, _) => state);
}
