using System.Globalization;

namespace Emojivoto.Bot.Configuration;

/// <summary>What the environment asks of this program.</summary>
/// <param name="Web">WEB_HOST, as host:port.</param>
/// <param name="Interval">From one vote to the next; REQUEST_RATE says how many a second, default 1.</param>
/// <param name="TimeToLive">TTL in seconds, after which the bot ends; default never.</param>
internal sealed record BotSettings(Uri Web, TimeSpan Interval, TimeSpan TimeToLive)
{
    private const int Largest = 100_000;

    /// <summary>Reads all settings, and says of each one that cannot be used what it should have been.</summary>
    public static bool TryRead(Func<string, string?> environment, out BotSettings settings, out IReadOnlyList<string> problems)
    {
        List<string> found = [];
        problems = found;

        var host = environment("WEB_HOST");
        if (!Uri.TryCreate($"http://{host}", UriKind.Absolute, out var web) || web.PathAndQuery != "/")
        {
            Reject("WEB_HOST", "host:port");
        }

        var rate = ReadNumber("REQUEST_RATE") ?? 1;
        var timeToLive = ReadNumber("TTL");
        settings = new(
            web!, TimeSpan.FromSeconds(1.0 / rate), timeToLive is { } seconds ? TimeSpan.FromSeconds(seconds) : Timeout.InfiniteTimeSpan);
        return found.Count == 0;

        int? ReadNumber(string name)
        {
            if (string.IsNullOrEmpty(environment(name)))
            {
                return null;
            }

            if (!int.TryParse(environment(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > Largest)
            {
                Reject(name, $"a whole number from 1 to {Largest}");
                return null;
            }

            return number;
        }

        void Reject(string name, string meaning) =>
            found.Add($"{name} must be {meaning}, but it is {(environment(name) is { Length: > 0 } text ? $"'{text}'" : "not set")}.");
    }
}
