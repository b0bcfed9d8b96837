using System.Globalization;
using Conduit.Proxy.Tests.Actors;
using Conduit.Proxy.Tests.Contract;

namespace Conduit.Proxy.Tests.RealPeers;

/// <summary>Databases through proxies that have no list of ports: some whose clients speak first, one that greets them.</summary>
public sealed class DatabaseTests
{
    [InstalledTheory("redis-server", "redis-cli")]
    [MemberData(nameof(Way.ToOutbound), MemberType = typeof(Way))]
    public async Task Redis_works_as_without_proxies(string kind)
    {
        await using var server = await RealServer.StartAsync(
            "redis-server", (port, folder) => ["--port", Text(port), "--bind", "127.0.0.1", "--dir", folder, "--save", ""]);
        await using var way = await Way.ToAsync(server.Address, kind);

        Assert.Equal("OK", await RealClient.AskAsync("redis-cli", "-p", Text(way.Entrance.Port), "set", "key", "value"));
        Assert.Equal("value", await RealClient.AskAsync("redis-cli", "-p", Text(server.Address.Port), "get", "key"));
    }

    [InstalledTheory("mariadbd", "mariadb")]
    [MemberData(nameof(Way.ToOutbound), MemberType = typeof(Way))]
    public async Task MariaDB_which_speaks_first_works_as_without_proxies(string kind)
    {
        await using var server = await RealServer.StartAsync("mariadbd", (port, folder) =>
        [
            "--no-defaults", "--skip-grant-tables", $"--datadir={folder}", $"--socket={folder}/socket", $"--port={port}",
            "--bind-address=127.0.0.1", $"--user={Environment.UserName}",
        ]);
        await using var way = await Way.ToAsync(server.Address, kind);

        Assert.Equal("42", await QueryAsync(way.Entrance.Port));
        Assert.Equal("42", await QueryAsync(way.Entrance.Port));
        Assert.True(await way.First.ValueAsync("conduit_proxy_detected_total{direction=\"outbound\",verdict=\"server_first\"}") > 0);
    }

    [InstalledTheory("runuser", "initdb", "postgres", "psql", NeedsRoot = true)]
    [MemberData(nameof(Way.ToOutbound), MemberType = typeof(Way))]
    public async Task PostgreSQL_works_as_without_proxies(string kind)
    {
        await using var server = await RealServer.StartAsync("runuser", (port, folder) =>
        {
            // It refuses to run as root.
            RealServer.Prepare("chown", "postgres", folder);
            RealServer.Prepare("runuser", "-u", "postgres", "--", Installed.Find("initdb")!, "-D", $"{folder}/data", "--auth=trust", "--no-sync");
            return ["-u", "postgres", "--", Installed.Find("postgres")!, "-D", $"{folder}/data", "-p", Text(port), "-k", folder, "-h", "127.0.0.1", "-F"];
        });
        await using var way = await Way.ToAsync(server.Address, kind);
        const string Query = "select sum(n) from generate_series(1, 100000) as n";

        Assert.Equal("5000050000", await RealClient.AskAsync("psql", "-h", "127.0.0.1", "-p", Text(way.Entrance.Port), "-U", "postgres", "-Atc", Query));
    }

    private static Task<string> QueryAsync(int port) => RealClient.AskAsync(
        "mariadb", "--no-defaults", "--host=127.0.0.1", $"--port={port}", "--protocol=tcp", "--skip-ssl", "--batch", "--skip-column-names", "--execute=select 42");

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);
}
