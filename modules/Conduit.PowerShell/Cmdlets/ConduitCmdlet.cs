using System.Management.Automation;
using Conduit.Model.Failures;
using Conduit.PowerShell.Failures;
using Conduit.PowerShell.Hosting;
using Conduit.PowerShell.Streams;

namespace Conduit.PowerShell.Cmdlets;

/// <summary>A cmdlet: it binds, calls one operation, and yields objects. What PowerShell asks of cmdlets is done here, once.</summary>
public abstract class ConduitCmdlet : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stopping = new();

    internal ModuleContext Module
    {
        get => field ??= ModuleContext.OfThisProcess();
        init;
    }

    /// <summary>What is about to be changed on this machine or a cluster; null for cmdlets that only read or render.</summary>
    internal virtual ProposedChange? Change => null;

    public void Dispose()
    {
        _stopping.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Objects for the pipeline; those of <see cref="Streams"/> go where they say. Asked for once, when all input has arrived.</summary>
    internal abstract IAsyncEnumerable<object> ProduceAsync(CancellationToken cancellationToken);

    protected sealed override void EndProcessing()
    {
        if (Change is { } change && !ShouldProcess(change.Target, change.Action))
        {
            return;
        }

        try
        {
            // Writing is only legal on this thread, so the async stream is drained by blocking here.
            foreach (var item in ProduceAsync(_stopping.Token).ToBlockingEnumerable(_stopping.Token))
            {
                Write(item);
            }
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // PowerShell is already unwinding the pipeline.
        }
        catch (ConduitException failure)
        {
            WriteError(FailureRecord.Of(failure, target: null));
        }
    }

    protected sealed override void StopProcessing() => _stopping.Cancel();

    /// <summary>The files that words of the user mean, seen from PowerShell's location, which is not the process's.</summary>
    private protected IEnumerable<string> FilesOf(IEnumerable<string> words) => words.SelectMany(FilesOf);

    /// <summary>The same for a parameter that names one file; null for none.</summary>
    private protected string? FileOf(string? word) => word is null ? null : FilesOf(word).First();

    /// <summary>What lies in PowerShell's wrapping.</summary>
    private protected static object? Unwrap(object? item) => item is PSObject wrapped ? wrapped.BaseObject : item;

    private IEnumerable<string> FilesOf(string word)
    {
        // Outside of an engine there is no location but the process's.
        if (SessionState?.Path is not { } location || word == "-" || word.Contains("://", StringComparison.Ordinal))
        {
            return [word];
        }

        return WildcardPattern.ContainsWildcardCharacters(word)
            ? location.GetResolvedProviderPathFromPSPath(word, out _)
            : [location.GetUnresolvedProviderPathFromPSPath(word)];
    }

    private void Write(object item)
    {
        switch (item)
        {
            case CmdletNote note:
                WriteWarning(note.Text);
                break;
            case CmdletDetail detail:
                WriteVerbose(detail.Text);
                break;
            case CmdletProgress progress:
                WriteProgress(new ProgressRecord(0, progress.Activity, progress.Status) { PercentComplete = progress.Percent });
                break;
            case Shown shown:
                WriteObject(Viewed(shown));
                break;
            default:
                WriteObject(item, enumerateCollection: false);
                break;
        }
    }

    private static PSObject Viewed(Shown shown)
    {
        var viewed = new PSObject(shown.Item);

        foreach (var view in shown.Views.Reverse())
        {
            viewed.TypeNames.Insert(0, view);
        }

        return viewed;
    }
}
