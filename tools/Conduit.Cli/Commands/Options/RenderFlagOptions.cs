using System.Collections.Immutable;
using System.CommandLine;
using Conduit.Cli.Hosting;
using Conduit.Operations.Rendering;

namespace Conduit.Cli.Commands.Options;

/// <summary>The flags of a rendering verb. Their values are read by its operation, which knows what they may be.</summary>
internal sealed class RenderFlagOptions(CommandContext context, IEnumerable<RenderFlag> flags)
{
    private readonly ImmutableArray<Option> _options = [.. flags.Select(Create)];

    public void AddTo(Command command)
    {
        foreach (var option in _options)
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The flags that were given, and the namespace of the control plane.</summary>
    public ImmutableDictionary<string, string> Read(ParseResult parsed) => _options
        .Select(option => KeyValuePair.Create(option.Name[2..], Text(parsed, option)))
        .Where(flag => flag.Value is not null)
        .Select(flag => KeyValuePair.Create(flag.Key, flag.Value!))
        .Append(KeyValuePair.Create(RenderFlag.ControlPlane, parsed.GetValue(context.Globals.ConduitNamespace)!))
        .ToImmutableDictionary();

    private static Option Create(RenderFlag flag)
    {
        // The version is the only one that had a short form from the beginning.
        string[] aliases = flag.Name == "conduit-version" ? ["-v"] : [];
        var name = "--" + flag.Name;
        var description = flag.Default.Length == 0 ? flag.Description : $"{flag.Description} Default: {flag.Default}.";

        return flag switch
        {
            { IsSwitch: true } => new Option<bool?>(name, aliases) { Description = description, HelpName = "true|false" },
            { IsList: true } => new Option<string[]>(name, aliases) { Description = description, HelpName = flag.Placeholder },
            _ => new Option<string?>(name, aliases) { Description = description, HelpName = flag.Placeholder },
        };
    }

    private static string? Text(ParseResult parsed, Option option) => option switch
    {
        Option<bool?> truth => parsed.GetValue(truth) is { } value ? (value ? "true" : "false") : null,
        Option<string[]> list => parsed.GetResult(list) is null ? null : string.Join(',', parsed.GetValue(list)!),
        _ => parsed.GetValue((Option<string?>)option),
    };
}
