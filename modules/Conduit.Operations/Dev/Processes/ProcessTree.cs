using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Conduit.Model.Cluster;

namespace Conduit.Operations.Dev.Processes;

/// <summary>A process with all that it started: a command's shell passes no signal on to the programs that it runs.</summary>
internal static partial class ProcessTree
{
    private const int Sigterm = 15;

    /// <summary>The root and its descendants; empty on Windows, which has no quick way to tell.</summary>
    public static IReadOnlyList<ProcessIdentity> Of(int root) => OperatingSystem.IsWindows()
        ? []
        : [.. Members(root, UnixParents()).Select(ProcessTable.Find).OfType<ProcessIdentity>()];

    /// <summary>SIGTERM to each. Windows has nothing like it for processes without a window.</summary>
    public static void Terminate(IEnumerable<ProcessIdentity> processes)
    {
        if (!OperatingSystem.IsWindows())
        {
            foreach (var process in processes)
            {
                _ = SendSignal(process.ProcessId, Sigterm);
            }
        }
    }

    public static void Kill(int root)
    {
        try
        {
            using var process = Process.GetProcessById(root);
            process.Kill(entireProcessTree: true);
        }
        catch (Exception failure) when (failure is ArgumentException or InvalidOperationException or Win32Exception or AggregateException)
        {
            // Gone, or going.
        }
    }

    /// <param name="root">Where the tree starts.</param>
    /// <param name="processes">Every process with its parent.</param>
    internal static IReadOnlyList<int> Members(int root, IEnumerable<(int Process, int Parent)> processes)
    {
        var children = processes.ToLookup(entry => entry.Parent, entry => entry.Process);
        var members = new List<int> { root };

        for (var next = 0; next < members.Count; next++)
        {
            members.AddRange(children[members[next]]);
        }

        return members;
    }

    private static IEnumerable<(int Process, int Parent)> UnixParents()
    {
        if (OperatingSystem.IsLinux())
        {
            return LinuxProcess.All().Select(process => (process.Id, process.Parent));
        }

        using var ps = Process.Start(new ProcessStartInfo("ps", ["-A", "-o", "pid=,ppid="]) { RedirectStandardOutput = true })!;
        return ps.StandardOutput.ReadToEnd().Split('\n').Select(ParentLine).OfType<(int, int)>().ToList();
    }

    private static (int Process, int Parent)? ParentLine(string line) =>
        line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var process, var parent]
            ? (int.Parse(process, CultureInfo.InvariantCulture), int.Parse(parent, CultureInfo.InvariantCulture))
            : null;

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int SendSignal(int process, int signal);
}
