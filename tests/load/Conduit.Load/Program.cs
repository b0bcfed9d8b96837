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
    var comparison = new Comparison([.. Ours.All, .. Peers.All], origins, folder, rounds, Console.Error);

    foreach (var scenario in AllScenarios.Of(scale).Where(scenario => scenario.Name.Contains(only, StringComparison.Ordinal)))
    {
        foreach (var line in MarkdownTable.Of(scenario, await comparison.RunAsync(scenario)))
        {
            Console.WriteLine(line);
        }
    }
}
finally
{
    Directory.Delete(folder, recursive: true);
}

string? Value(string option) => Array.IndexOf(args, option) is >= 0 and var index && index + 1 < args.Length ? args[index + 1] : null;
