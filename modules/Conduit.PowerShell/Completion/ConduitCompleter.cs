using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using Conduit.Operations.Api;
using Conduit.Operations.Clusters;
using Conduit.Operations.Completion;
using Conduit.Operations.Resources;
using Conduit.PowerShell.Hosting;

namespace Conduit.PowerShell.Completion;

/// <summary>Completes a word from what the mesh knows that the rest of the line points at.</summary>
public abstract class ConduitCompleter : IArgumentCompleter
{
    internal ModuleContext Module
    {
        get => field ??= ModuleContext.OfThisProcess();
        init;
    }

    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        // PowerShell asks synchronously, before a prompt that waits. Who answers limits the time.
        var words = ListAsync(wordToComplete, fakeBoundParameters, CancellationToken.None).GetAwaiter().GetResult();
        return words.Select(word => new CompletionResult(word));
    }

    /// <summary>The words that go on as <paramref name="typed"/> began.</summary>
    /// <param name="typed">What was typed of the word.</param>
    /// <param name="line">The parameters that the line has so far.</param>
    /// <param name="cancellationToken">Gives up.</param>
    internal abstract Task<IReadOnlyList<string>> ListAsync(string typed, IDictionary line, CancellationToken cancellationToken);

    private protected NameSuggestions Names(IDictionary line) => new(
        () => Module.Connect(new ApiOptions
        {
            ConduitNamespace = Text(line, nameof(ApiOptions.ConduitNamespace)) ?? "conduit",
            Address = Text(line, "ApiAddress"),
            Cluster = new ClusterOptions
            {
                Kubeconfig = Text(line, nameof(ClusterOptions.Kubeconfig)),
                Context = Text(line, nameof(ClusterOptions.Context)),
            },
            Mesh = Text(line, nameof(ApiOptions.Mesh)),
        }),
        Module.Time);

    private protected static NamespaceChoice Choice(IDictionary line) => new()
    {
        Name = Text(line, "Namespace"),
        All = line.Contains("AllNamespaces"),
    };

    private static string? Text(IDictionary line, string parameter) => line[parameter]?.ToString();
}
