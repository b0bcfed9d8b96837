namespace Conduit.Operations.Dev.Processes;

/// <summary>Starts processes; tests put their own in its place.</summary>
internal interface IProcessLauncher
{
    /// <param name="spec">What to start.</param>
    /// <param name="onLine">Called with each line of its output, one at a time.</param>
    /// <exception cref="ProcessStartException">It could not be started.</exception>
    IRunningProcess Start(ProcessSpec spec, Action<string> onLine);
}
