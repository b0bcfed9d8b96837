using System.Globalization;

namespace Conduit.Load.Machine;

/// <summary>What processes used, as Linux counts it.</summary>
internal static class Cpu
{
    private const double TicksPerSecond = 100;

    /// <summary>CPU time of a process and of those that it started, in microseconds, user and system.</summary>
    public static double MicrosecondsOf(int process) =>
        Tree(process).Sum(id => Fields(id) is { } fields ? (double.Parse(fields[11], CultureInfo.InvariantCulture)
            + double.Parse(fields[12], CultureInfo.InvariantCulture)) / TicksPerSecond * 1e6 : 0);

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

    // What follows the program's name, which may itself hold spaces (proc(5)).
    private static string[]? Fields(int process) =>
        ReadLines($"/proc/{process}/stat") is [var line, ..] ? line[(line.LastIndexOf(')') + 2)..].Split(' ') : null;

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
}
