using System.Collections.Immutable;
using Conduit.Controller.Selection;
using Conduit.Grpc;
using Conduit.Model.Durations;
using Conduit.Model.Resources;
using Microsoft.Extensions.Primitives;

namespace Conduit.Controller.Web.Questions;

/// <summary>What follows the question mark.</summary>
internal sealed class QuestionParameters
{
    private const int LongestValue = 2_000;

    private readonly Dictionary<string, string> _values = [];

    /// <exception cref="RpcException">INVALID_ARGUMENT: a misspelt parameter would otherwise be an answer to something else.</exception>
    public QuestionParameters(IEnumerable<KeyValuePair<string, StringValues>> query, ImmutableArray<string> known)
    {
        foreach (var (name, values) in query)
        {
            if (!known.Contains(name))
            {
                throw ApiFault.Invalid($"there is no parameter '{name}'; there are: {string.Join(", ", known)}");
            }

            if (values is not [{ Length: <= LongestValue } value])
            {
                throw ApiFault.Invalid($"the parameter '{name}' takes one value of at most {LongestValue} characters");
            }

            _values[name] = value;
        }
    }

    /// <summary>The same for all spellings of a question.</summary>
    public string Key => string.Join('&', _values.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"));

    /// <summary>Empty when it is missing.</summary>
    public string Text(string name) => _values.GetValueOrDefault(name, "");

    /// <summary>Null when it is missing.</summary>
    public ResourceKind? Kind(string name) => Text(name) is { Length: > 0 } text ? Selectors.Kind(text) : null;

    public TimeSpan Duration(string name, TimeSpan fallback) => Text(name) is not { Length: > 0 } text ? fallback
        : GoDuration.TryParse(text, out var duration) && duration > TimeSpan.Zero ? duration
        : throw ApiFault.Invalid($"'{text}' is not a duration; write for example 30s or 10m");
}
