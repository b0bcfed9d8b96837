using System.Diagnostics;

namespace Conduit.Load.Databases;

/// <summary>Two whose clients speak first, and one that greets them.</summary>
internal static class AllDatabases
{
    private const string PostgresUser = "postgres";

    // Its version 3.0, the user's name, and an empty name that ends the list.
    private static readonly byte[] PostgresStartup = [0, 0, 0, 23, 0, 3, 0, 0, .. "user\0postgres\0\0"u8];

    public static IEnumerable<Database> All =>
    [
        new("Redis", "redis-server", (port, folder) => ["--port", $"{port}", "--bind", "127.0.0.1", "--dir", folder, "--save", ""], "PING\r\n"u8.ToArray(), (byte)'+'),
        new("PostgreSQL", "runuser", PreparePostgres, PostgresStartup, (byte)'R'),
        new(
            "MariaDB",
            "mariadbd",
            (port, folder) =>
            [
                "--no-defaults", "--skip-grant-tables", "--skip-name-resolve", $"--datadir={folder}", $"--socket={folder}/socket", $"--port={port}",
                "--bind-address=127.0.0.1", $"--user={Environment.UserName}",
            ],
            [],
            Answer: null),
    ];

    // It refuses to run as root.
    private static IEnumerable<string> PreparePostgres(int port, string folder)
    {
        var programs = Directory.EnumerateDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")).First();
        string[] asUser = ["-u", PostgresUser, "--"];
        Run("chown", PostgresUser, folder);
        Run("runuser", [.. asUser, $"{programs}/initdb", "-D", $"{folder}/data", "--auth=trust", "--no-sync"]);
        return [.. asUser, $"{programs}/postgres", "-D", $"{folder}/data", "-p", $"{port}", "-k", folder, "-h", "127.0.0.1", "-F"];
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();

        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
        }
    }
}
