using System.Collections.Immutable;
using Conduit.Model.Failures;

namespace Conduit.Operations.Explain;

/// <summary>What the errors mean that proxies answer with. It asks no mesh.</summary>
public static class ExplainOperation
{
    /// <summary>Every error, by its code.</summary>
    public static ImmutableArray<ProxyError> List() => [.. ProxyErrors.All.OrderBy(error => error.Code, StringComparer.Ordinal)];

    /// <param name="code">A code, in any case; the whole value of the header <c>conduit-error</c> will do.</param>
    /// <exception cref="MisuseException">No proxy answers with that code.</exception>
    public static ProxyError Find(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        var word = code.Trim().Split(' ')[0];

        return ProxyErrors.All.FirstOrDefault(error => string.Equals(error.Code, word, StringComparison.OrdinalIgnoreCase))
            ?? throw new MisuseException("UnknownErrorCode", $"no proxy answers with the code '{word}'. 'conduit explain' lists those there are.");
    }
}
