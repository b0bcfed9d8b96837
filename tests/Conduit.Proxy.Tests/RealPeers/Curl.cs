using System.Net;
using System.Security.Cryptography;

namespace Conduit.Proxy.Tests.RealPeers;

/// <summary>What curl is told: every head as it came, and what the body was.</summary>
internal static class Curl
{
    public const string Program = "curl";

    private const int MostShown = 1000;

    public static async Task<string> AskAsync(IPEndPoint address, string path, params string[] arguments)
    {
        var body = Path.GetTempFileName();

        try
        {
            var heads = await RealClient.AskAsync(
                Program, ["--silent", "--show-error", "--max-time", "150", "--dump-header", "-", "--output", body, .. arguments, $"http://{address}{path}"]);
            return WithoutWhatDiffers($"{heads}\n{await ReadAsync(body)}");
        }
        finally
        {
            File.Delete(body);
        }
    }

    // The clock's time, and what is said of one connection.
    private static string WithoutWhatDiffers(string answer) => string.Join('\n', answer.Split('\n').Select(line => line.TrimEnd('\r')).Where(line =>
        !line.StartsWith("date:", StringComparison.OrdinalIgnoreCase) && !line.StartsWith("connection:", StringComparison.OrdinalIgnoreCase)));

    private static async Task<string> ReadAsync(string file)
    {
        await using var stream = File.OpenRead(file);
        return stream.Length <= MostShown
            ? await File.ReadAllTextAsync(file)
            : $"{stream.Length} bytes {Convert.ToHexString(await SHA256.HashDataAsync(stream))}";
    }
}
