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

    [Fact]
    public async Task A_service_serves_on_after_the_first_SIGTERM_and_ends_at_the_second()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var program = ProgramProcess.Start(
            "Voting", ("HOST", "127.0.0.1"), ("GRPC_PORT", "0"), ("PROM_PORT", "0"), ("SHUTDOWN_DELAY", "3600"));
        var counts = await Eventually.Ends(CountsAddressAsync(program));
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });

        program.Terminate();
        using var response = await Eventually.Ends(client.GetAsync(counts));
        program.Terminate();
        var (exitCode, errors) = await Eventually.Ends(program.ExitAsync());

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(143, exitCode);
        Assert.Equal("", errors);
    }

    [Fact]
    public async Task A_service_ends_well_once_the_delay_has_passed()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var program = ProgramProcess.Start(
            "Voting", ("HOST", "127.0.0.1"), ("GRPC_PORT", "0"), ("PROM_PORT", "0"), ("SHUTDOWN_DELAY", "0"));
        await Eventually.Ends(CountsAddressAsync(program));

        program.Terminate();
        var (exitCode, _) = await Eventually.Ends(program.ExitAsync());

        Assert.Equal(0, exitCode);
    }

    // The host reports an address a line, the counts' last.
    private static async Task<Uri> CountsAddressAsync(ProgramProcess program)
    {
        const string Report = "Now listening on: ";
        List<string> addresses = [];
        while (addresses.Count < 2 && await program.Output.ReadLineAsync() is { } line)
        {
            var at = line.IndexOf(Report, StringComparison.Ordinal);
            if (at >= 0)
            {
                addresses.Add(line[(at + Report.Length)..]);
            }
        }

        return new Uri($"{addresses[1]}/metrics");
    }
}
