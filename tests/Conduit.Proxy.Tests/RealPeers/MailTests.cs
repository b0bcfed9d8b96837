using System.Globalization;
using Conduit.Proxy.Tests.Actors;
using Conduit.Proxy.Tests.Contract;

namespace Conduit.Proxy.Tests.RealPeers;

/// <summary>A server that speaks first, line by line.</summary>
public sealed class MailTests
{
    [InstalledTheory("exim4", Curl.Program, NeedsRoot = true)]
    [MemberData(nameof(Way.ToOutbound), MemberType = typeof(Way))]
    public async Task Exim_takes_mail_of_every_length(string kind)
    {
        await using var server = await EximAsync();
        await using var way = await Way.ToAsync(server.Address, kind);
        var mail = Path.GetTempFileName();

        try
        {
            foreach (var lines in new[] { 1, 100_000 })
            {
                await File.WriteAllTextAsync(mail, "Subject: test\r\n\r\n" + string.Concat(Enumerable.Repeat("A line of it.\r\n", lines)));
                await RealClient.AskAsync(
                    Curl.Program, "--silent", "--show-error", $"smtp://{way.Entrance}", "--mail-from", "a@test.example", "--mail-rcpt", "b@test.example",
                    "--upload-file", mail);
            }
        }
        finally
        {
            File.Delete(mail);
        }

        Assert.True(await way.First.ValueAsync("conduit_proxy_detected_total{direction=\"outbound\",verdict=\"server_first\"}") > 0);
    }

    private static Task<RealServer> EximAsync() => RealServer.StartAsync("exim4", (port, folder) =>
    {
        var configuration = Path.Combine(folder, "exim.conf");
        File.WriteAllText(configuration, $"""
            spool_directory = {folder}
            log_file_path = {folder}/%slog
            primary_hostname = test.example
            acl_smtp_rcpt = accept
            acl_smtp_data = discard
            keep_environment =

            """);
        RealServer.Prepare("chown", "Debian-exim", folder);
        return ["-bdf", "-C", configuration, "-oX", string.Create(CultureInfo.InvariantCulture, $"127.0.0.1.{port}")];
    });
}
