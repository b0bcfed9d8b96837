using System.ComponentModel;
using System.Diagnostics;
using Conduit.Model.Cluster;

namespace Conduit.Operations.Dev.Processes;

/// <summary>What the system says about processes that this one did not necessarily start.</summary>
internal static class ProcessTable
{
    // A start time is derived from the time of boot, which differs by a little from reader to reader and when the clock is set.
    private static readonly TimeSpan StartTolerance = TimeSpan.FromSeconds(5);

    public static ProcessIdentity Current()
    {
        using var process = Process.GetCurrentProcess();
        return new ProcessIdentity(process.Id, process.StartTime.ToUniversalTime());
    }

    public static bool IsRunning(ProcessIdentity identity) =>
        Find(identity.ProcessId) is { } found && (found.StartedAt - identity.StartedAt).Duration() < StartTolerance;

    /// <summary>Null when no process has that id, or when only its parent's record of it is left.</summary>
    public static ProcessIdentity? Find(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return process.HasExited || IsOver(processId) ? null : new ProcessIdentity(processId, process.StartTime.ToUniversalTime());
        }
        catch (Exception failure) when (failure is ArgumentException or InvalidOperationException or Win32Exception)
        {
            return null;
        }
    }

    private static bool IsOver(int processId) => OperatingSystem.IsLinux() && LinuxProcess.Read(processId) is null or { IsOver: true };
}
