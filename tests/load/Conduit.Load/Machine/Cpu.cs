using System.Globalization;
using System.Runtime.InteropServices;

namespace Conduit.Load.Machine;

/// <summary>What processes used, as Linux counts it.</summary>
internal static partial class Cpu
{
    /// <summary>CPU time of a process and of those that it started, in microseconds, user and system.</summary>
    public static double MicrosecondsOf(int process) => Tree(process).Sum(MicrosecondsOfOne);

    /// <summary>Resident memory of all of them, in MB.</summary>
    public static double MegabytesOf(int process) => Tree(process)
        .SelectMany(id => ReadLines($"/proc/{id}/status").Where(line => line.StartsWith("VmRSS:", StringComparison.Ordinal)))
        .Sum(line => double.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024);

    private static IEnumerable<int> Tree(int process)
    {
        yield return process;

        foreach (var child in ReadLines($"/proc/{process}/task/{process}/children").SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
        {
            foreach (var id in Tree(int.Parse(child, CultureInfo.InvariantCulture)))
            {
                yield return id;
            }
        }
    }

    // The process's own clock, since /proc counts in ticks of 10 ms, which a short run has few of. A process that is gone has none.
    private static double MicrosecondsOfOne(int process) =>
        GetCpuClock(process, out var clock) == 0 && GetTime(clock, out var time) == 0 ? (time.Seconds * 1e6) + (time.Nanoseconds / 1e3) : 0;

    private static string[] ReadLines(string path)
    {
        try
        {
            return File.ReadAllLines(path);
        }
        catch (IOException)
        {
            // The process ended meanwhile.
            return [];
        }
    }

    [LibraryImport("libc", EntryPoint = "clock_getcpuclockid")]
    private static partial int GetCpuClock(int process, out int clock);

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int GetTime(int clock, out TimeSpecification time);

    // struct timespec of a 64-bit system.
    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpecification
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
