using Conduit.Cli.Hosting;
using Conduit.Cli.Output;
using Conduit.Model.Failures;

namespace Conduit.Cli.Tests.Hosting;

public sealed class FailureWriterTests : IDisposable
{
    private readonly StringWriter _error = new() { NewLine = "\n" };

    public void Dispose() => _error.Dispose();

    [Fact]
    public async Task A_failure_that_the_user_can_act_on_is_its_message()
    {
        Assert.Equal(ExitCode.Failed, await GuardAsync(new ConduitException("Broken", "it broke; mend it")));
        Assert.Equal("error: it broke; mend it\n", _error.ToString());
    }

    [Fact]
    public async Task Misuse_has_its_own_exit_code()
    {
        Assert.Equal(ExitCode.Misuse, await GuardAsync(new MisuseException("Wrong", "not so")));
        Assert.Equal("error: not so\n", _error.ToString());
    }

    [Fact]
    public async Task A_surprise_points_to_verbose()
    {
        Assert.Equal(ExitCode.Failed, await GuardAsync(new InvalidOperationException("odd")));
        Assert.Contains("odd", _error.ToString(), StringComparison.Ordinal);
        Assert.Contains("--verbose", _error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(nameof(InvalidOperationException), _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verbose_shows_failures_in_full()
    {
        Assert.Equal(ExitCode.Failed, await GuardAsync(new InvalidOperationException("odd"), verbose: true));
        Assert.Contains(nameof(InvalidOperationException), _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_that_left_is_no_failure()
    {
        Assert.Equal(ExitCode.Ok, await GuardAsync(new OutputClosedException(new IOException("Broken pipe"))));
        Assert.Empty(_error.ToString());
    }

    [Fact]
    public async Task Interruption_is_told_from_a_cancellation_of_our_own()
    {
        Assert.Equal(ExitCode.Interrupted, await GuardAsync(new OperationCanceledException(), interrupted: true));
        Assert.Equal(ExitCode.Failed, await GuardAsync(new OperationCanceledException()));
    }

    private Task<int> GuardAsync(Exception failure, bool verbose = false, bool interrupted = false)
    {
        var terminal = new Terminal { Input = Stream.Null, OutStream = Stream.Null, Out = TextWriter.Null, Error = _error };

        return new FailureWriter(terminal, verbose).GuardAsync(
            () => Task.FromException<int>(failure),
            new CancellationToken(canceled: interrupted));
    }
}
