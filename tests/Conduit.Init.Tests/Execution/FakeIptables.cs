using System.Collections.Immutable;
using Conduit.Init.Execution;

namespace Conduit.Init.Tests.Execution;

/// <summary>Behaves like the iptables programs: a nat table per address family, with their rules on what may be made and removed when.</summary>
internal sealed class FakeIptables : ICommandRunner
{
    private readonly Dictionary<string, SortedDictionary<string, List<string>>> _tables = [];

    /// <summary>Program names that exist here.</summary>
    public HashSet<string> Installed { get; } = ["iptables-nft", "ip6tables-nft", "iptables-legacy", "ip6tables-legacy", "iptables", "ip6tables"];

    /// <summary>Every command line, listings included.</summary>
    public List<string> Calls { get; } = [];

    /// <summary>What any call answers instead of being carried out.</summary>
    public Func<string, CommandResult?> Intercept { get; set; } = _ => null;

    public Task<CommandResult> RunAsync(string program, ImmutableArray<string> arguments, CancellationToken cancellationToken)
    {
        var line = $"{program} {string.Join(' ', arguments)}";
        Calls.Add(line);

        return Task.FromResult(
            Installed.Contains(program) ? Intercept(line) ?? Apply(Table(program), [.. arguments.Skip(4)]) : new CommandResult(CommandResult.NotFound, "", ""));
    }

    /// <summary>The table as <c>-S</c> shows it.</summary>
    public string Listing(string program) => Listing(Table(program));

    private static string Listing(SortedDictionary<string, List<string>> table) => string.Join('\n',
    [
        .. table.Keys.Where(chain => !IsBuiltIn(chain)).Select(chain => $"-N {chain}"),
        .. table.SelectMany(chain => chain.Value.Select(rule => $"-A {chain.Key} {rule}")),
    ]);

    private static CommandResult Apply(SortedDictionary<string, List<string>> table, string[] arguments)
    {
        switch (arguments)
        {
            case ["-S"]:
                return new CommandResult(0, Listing(table), "");
            case ["-N", var chain]:
                return Result(table.TryAdd(chain, []), "Chain already exists.");
            case ["-F", var chain] when table.TryGetValue(chain, out var rules):
                rules.Clear();
                return Result(true, "");
            case ["-X", var chain] when table.ContainsKey(chain):
                return Result(!Referenced(table, chain) && table[chain].Count == 0 && table.Remove(chain), "Too many links.");
            case ["-D", var chain, var number] when table.TryGetValue(chain, out var rules) && int.Parse(number, null) <= rules.Count:
                rules.RemoveAt(int.Parse(number, null) - 1);
                return Result(true, "");
            case ["-A", var chain, .. var rule] when table.TryGetValue(chain, out var rules):
                rules.Add(string.Join(' ', rule));
                return Result(true, "");
            default:
                return Result(false, "No chain/target/match by that name.");
        }
    }

    private static bool Referenced(SortedDictionary<string, List<string>> table, string chain) =>
        table.Values.Any(rules => rules.Any(rule => rule.EndsWith($"-j {chain}", StringComparison.Ordinal)));

    private static bool IsBuiltIn(string chain) => chain is "PREROUTING" or "INPUT" or "OUTPUT" or "POSTROUTING";

    private static CommandResult Result(bool done, string otherwise) => done ? new CommandResult(0, "", "") : new CommandResult(1, "", otherwise);

    private SortedDictionary<string, List<string>> Table(string program)
    {
        var family = program.StartsWith("ip6", StringComparison.Ordinal) ? "ip6" : "ip";

        if (!_tables.TryGetValue(family, out var table))
        {
            _tables[family] = table = new(StringComparer.Ordinal) { ["PREROUTING"] = [], ["INPUT"] = [], ["OUTPUT"] = [], ["POSTROUTING"] = [] };
        }

        return table;
    }
}
