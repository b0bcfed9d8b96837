using System.Collections.Immutable;
using System.Globalization;
using Conduit.Operations.Rendering;

namespace Conduit.PowerShell.Parameters;

/// <summary>Reads the flags of a rendering operation from the cmdlet's parameters, which are called the same in PowerShell's spelling.</summary>
internal static class RenderFlags
{
    /// <summary>The flags that were given.</summary>
    /// <param name="cmdlet">Null in a parameter means that it was not given.</param>
    /// <param name="flags">The operation's.</param>
    public static ImmutableDictionary<string, string> Read(object cmdlet, IEnumerable<RenderFlag> flags) => flags
        .Select(flag => KeyValuePair.Create(flag.Name, Text(cmdlet.GetType().GetProperty(ParameterName(flag.Name))!.GetValue(cmdlet))))
        .Where(flag => flag.Value is not null)
        .ToImmutableDictionary(flag => flag.Key, flag => flag.Value!);

    /// <summary><c>skip-inbound-ports</c> is <c>SkipInboundPorts</c>.</summary>
    public static string ParameterName(string flag) =>
        string.Concat(flag.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    private static string? Text(object? value) => value switch
    {
        null => null,
        bool truth => truth ? "true" : "false",
        string[] list => string.Join(',', list),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
