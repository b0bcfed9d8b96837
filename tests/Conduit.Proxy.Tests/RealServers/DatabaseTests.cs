using System.Globalization;
using Conduit.Proxy.Tests.Contract;

namespace Conduit.Proxy.Tests.RealServers;

/// <summary>Databases through two proxies that have no list of ports: one whose clients speak first, one that greets them.</summary>
public sealed class DatabaseTests
{
    [InstalledFact("redis-server", "redis-cli")]
    public async Task Redis_works_as_without_proxies()
    {
        await using var server = await RealServer.StartAsync(
            "redis-server", (port, folder) => ["--port", Text(port), "--bind", "127.0.0.1", "--dir", folder, "--save", ""]);
        await using var way = await Way.ToAsync(server.Address, Way.Both);

        Assert.Equal("OK", await RealServer.AskAsync("redis-cli", "-p", Text(way.Entrance.Port), "set", "key", "value"));
        Assert.Equal("value", await RealServer.AskAsync("redis-cli", "-p", Text(server.Address.Port), "get", "key"));
    }

    [InstalledFact("mariadbd", "mariadb")]
    public async Task MariaDB_which_speaks_first_works_as_without_proxies()
    {
        await using var server = await RealServer.StartAsync("mariadbd", (port, folder) =>
        [
            "--no-defaults", "--skip-grant-tables", $"--datadir={folder}", $"--socket={folder}/socket", $"--port={port}",
            "--bind-address=127.0.0.1", $"--user={Environment.UserName}",
        ]);
        await using var way = await Way.ToAsync(server.Address, Way.Both);

        Assert.Equal("42", await QueryAsync(way.Entrance.Port));
        Assert.Equal("42", await QueryAsync(way.Entrance.Port));
        Assert.True(await way.First.ValueAsync("conduit_proxy_detected_total{direction=\"outbound\",verdict=\"server_first\"}") > 0);
    }

    private static Task<string> QueryAsync(int port) => RealServer.AskAsync(
        "mariadb", "--no-defaults", "--host=127.0.0.1", $"--port={port}", "--protocol=tcp", "--skip-ssl", "--batch", "--skip-column-names", "--execute=select 42");

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);
}
