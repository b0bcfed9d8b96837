using System.Net;
using Conduit.Testing.Time;

namespace Emojivoto.Tests.Running;

public sealed class ProgramProcessTests
{
    [Theory]
    [InlineData("Web", "WEB_PORT")]
    [InlineData("Emoji", "GRPC_PORT")]
    [InlineData("Voting", "GRPC_PORT")]
    [InlineData("Bot", "WEB_HOST")]
    public async Task A_program_without_its_settings_says_so_and_fails(string name, string setting)
    {
        using var program = ProgramProcess.Start(name);

        var (exitCode, errors) = await Eventually.Ends(program.ExitAsync());

        Assert.Equal(1, exitCode);
        Assert.Contains($"{setting} must be ", errors, StringComparison.Ordinal);
        Assert.Contains("but it is not set.", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_cannot_listen_says_so_in_one_line_and_fails()
    {
        // An address of the block that is reserved for documentation, so that no machine has it.
        using var program = ProgramProcess.Start("Emoji", ("HOST", "192.0.2.1"), ("GRPC_PORT", "0"), ("PROM_PORT", "0"));

        var (exitCode, errors) = await Eventually.Ends(program.ExitAsync());

        Assert.Equal(1, exitCode);
        Assert.StartsWith("Cannot listen: ", Assert.Single(errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Equal("", await Eventually.Ends(program.Output.ReadToEndAsync()));
    }

    [Theory]
    [InlineData("Web", 1, "/")]
    [InlineData("Emoji", 2, "/metrics")]
    [InlineData("Voting", 2, "/metrics")]
    public async Task A_service_serves_on_after_the_first_SIGTERM_and_ends_at_the_second(string name, int listeners, string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var program = StartOnLoopback(name, shutdownDelay: 3600);
        var address = await Eventually.Ends(LastAddressAsync(program, listeners));
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });

        program.Terminate();
        using var response = await Eventually.Ends(client.GetAsync(new Uri(address, path)));
        program.Terminate();
        var (exitCode, errors) = await Eventually.Ends(program.ExitAsync());

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(143, exitCode);
        Assert.Equal("", errors);
    }

    [Theory]
    [InlineData("Web", 1)]
    [InlineData("Emoji", 2)]
    [InlineData("Voting", 2)]
    public async Task A_service_ends_well_once_the_delay_has_passed(string name, int listeners)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var program = StartOnLoopback(name, shutdownDelay: 0);
        await Eventually.Ends(LastAddressAsync(program, listeners));

        program.Terminate();
        var (exitCode, _) = await Eventually.Ends(program.ExitAsync());

        Assert.Equal(0, exitCode);
    }

    private static ProgramProcess StartOnLoopback(string name, int shutdownDelay) => ProgramProcess.Start(
        name,
        ("HOST", "127.0.0.1"),
        ("GRPC_PORT", "0"),
        ("PROM_PORT", "0"),
        ("WEB_PORT", "0"),
        ("EMOJISVC_HOST", "emoji.test:8080"),
        ("VOTINGSVC_HOST", "voting.test:8080"),
        ("SHUTDOWN_DELAY", $"{shutdownDelay}"));

    // The host reports an address a line; the one that speaks HTTP/1.1 is the last.
    private static async Task<Uri> LastAddressAsync(ProgramProcess program, int listeners)
    {
        const string Report = "Now listening on: ";
        List<string> addresses = [];
        while (addresses.Count < listeners && await program.Output.ReadLineAsync() is { } line)
        {
            var at = line.IndexOf(Report, StringComparison.Ordinal);
            if (at >= 0)
            {
                addresses.Add(line[(at + Report.Length)..]);
            }
        }

        return new Uri(addresses[listeners - 1]);
    }
}
