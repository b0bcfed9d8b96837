using Conduit.Model.Cluster;

namespace Conduit.Operations.Dev.Processes;

/// <summary>A process that was started here.</summary>
internal interface IRunningProcess : IDisposable
{
    ProcessIdentity Identity { get; }

    /// <summary>Its exit code, once it and what <see cref="NoteTree"/> saw ended; 128 and the signal's number where a signal ended it.</summary>
    Task<int> Exited { get; }

    /// <summary>Ends its standard input, if that was held open.</summary>
    void CloseInput();

    /// <summary>Remembers what it has started by now, so that none of that outlives it.</summary>
    void NoteTree();

    /// <summary>Asks it and what it started to end.</summary>
    void Terminate();

    /// <summary>Ends it and what it started.</summary>
    void Kill();
}
