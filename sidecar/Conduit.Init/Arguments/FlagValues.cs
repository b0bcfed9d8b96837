namespace Conduit.Init.Arguments;

/// <summary>What a command line says, flag by flag, before anything is made of it.</summary>
internal sealed class FlagValues
{
    private readonly Dictionary<Flag, List<string>> _values = [];

    /// <summary>What is no flag, or lacks its value.</summary>
    public List<string> Problems { get; } = [];

    public static FlagValues Read(IReadOnlyList<string> arguments)
    {
        var values = new FlagValues();
        var rest = new Queue<string>(arguments);

        while (rest.TryDequeue(out var argument))
        {
            values.Take(argument, rest);
        }

        return values;
    }

    public bool Has(Flag flag) => _values.ContainsKey(flag);

    /// <summary>The value given last, or null.</summary>
    public string? Last(Flag flag) => _values.GetValueOrDefault(flag)?[^1];

    /// <summary>All values of a list flag, which may be repeated.</summary>
    public string Joined(Flag flag) => string.Join(',', _values.GetValueOrDefault(flag) ?? []);

    private void Take(string argument, Queue<string> rest)
    {
        var (flag, inline) = Find(argument);

        if (flag is null)
        {
            Problems.Add($"'{argument}' is no flag of conduit-init.");
        }
        else if (flag.Value is null)
        {
            Add(flag, inline ?? "true");
        }
        else if (inline is not null || rest.TryDequeue(out inline))
        {
            Add(flag, inline);
        }
        else
        {
            Problems.Add($"--{flag.Name} needs a value: {flag.Value}.");
        }
    }

    private static (Flag? Flag, string? Inline) Find(string argument)
    {
        if (argument.StartsWith("--", StringComparison.Ordinal))
        {
            var parts = argument[2..].Split('=', 2);
            return (InitFlags.All.FirstOrDefault(flag => flag.Name == parts[0]), parts.ElementAtOrDefault(1));
        }

        if (argument.Length < 2 || argument[0] != '-')
        {
            return (null, null);
        }

        // The short form's value may be attached, with or without the sign: -p4143, -p=4143.
        var attached = argument.Length == 2 ? null : argument[(argument[2] == '=' ? 3 : 2)..];
        return (InitFlags.All.FirstOrDefault(flag => flag.Short == argument[1]), attached);
    }

    private void Add(Flag flag, string value)
    {
        if (!_values.TryGetValue(flag, out var given))
        {
            _values[flag] = given = [];
        }

        given.Add(value);
    }
}
