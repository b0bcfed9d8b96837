using Conduit.Model.Failures;

namespace Conduit.Operations.Check;

/// <summary>What one check found.</summary>
public sealed record CheckResult
{
    /// <summary>What was checked, such as <c>kubernetes-api</c>.</summary>
    public required string Subsystem { get; init; }

    /// <summary>What should be so, such as <c>can query the Kubernetes API</c>.</summary>
    public required string Description { get; init; }

    public required CheckStatus Status { get; init; }

    /// <summary>Why it is not so; null when it is.</summary>
    public string? Reason { get; init; }

    /// <summary>What to do; also there when all is well and yet something should be known. Null when there is nothing to do.</summary>
    public string? Remedy { get; init; }

    /// <summary>What could not be found out. A failure's message says first what was wrong and then what to do.</summary>
    internal static CheckResult Error(CheckName name, ConduitException failure)
    {
        var message = failure.Message;
        var end = EndOfFirstSentence(message);
        return name.Result(CheckStatus.Error) with
        {
            Reason = message[..end].TrimEnd('.'),
            Remedy = end < message.Length ? message[end..].TrimStart('.', ' ', '\n') : null,
        };
    }

    private static int EndOfFirstSentence(string message)
    {
        for (var index = 0; index < message.Length; index++)
        {
            var ends = message[index] == '\n'
                || (index + 2 < message.Length && message[index] == '.' && message[index + 1] == ' ' && char.IsAsciiLetterUpper(message[index + 2]));

            if (ends)
            {
                return index;
            }
        }

        return message.Length;
    }
}
