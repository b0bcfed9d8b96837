using System.Globalization;
using Conduit.Load.Proxies;
using Conduit.Load.Reports;
using Conduit.Load.Scenarios;
using Conduit.Load.Servers;

// Usage: [--rounds N] [--scale FACTOR] [--only TEXT]: tables on stdout, progress on stderr.
var rounds = int.Parse(Value("--rounds") ?? "5", CultureInfo.InvariantCulture);
var scale = double.Parse(Value("--scale") ?? "1", CultureInfo.InvariantCulture);
var only = Value("--only") ?? "";

var folder = Directory.CreateTempSubdirectory("conduit-load-").FullName;

try
{
    await using var origins = await Origins.StartAsync(folder);
    Proxy[] proxies = [.. Ours.All, .. Peers.All];
    var comparison = new Comparison(proxies, origins, folder, rounds, Console.Error);

    foreach (var scenario in AllScenarios.Of(scale).Where(scenario => scenario.Name.Contains(only, StringComparison.Ordinal)))
    {
        Print(MarkdownTable.Of(scenario, await comparison.RunAsync(scenario)));
    }

    if (StartUp.Name.Contains(only, StringComparison.Ordinal))
    {
        Print(MarkdownTable.OfStarts(await new StartUp(proxies, origins, folder, rounds).RunAsync()));
    }
}
finally
{
    Directory.Delete(folder, recursive: true);
}

static void Print(IEnumerable<string> lines)
{
    foreach (var line in lines)
    {
        Console.WriteLine(line);
    }
}

string? Value(string option) => Array.IndexOf(args, option) is >= 0 and var index && index + 1 < args.Length ? args[index + 1] : null;
