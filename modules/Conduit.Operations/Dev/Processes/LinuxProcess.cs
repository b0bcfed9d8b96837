using System.Globalization;

namespace Conduit.Operations.Dev.Processes;

/// <summary>What Linux says of a process in <c>/proc/pid/stat</c>.</summary>
/// <param name="Id">Its id.</param>
/// <param name="State">One letter, as in proc(5).</param>
/// <param name="Parent">The id of the process that started it, or took it over.</param>
internal sealed record LinuxProcess(int Id, char State, int Parent)
{
    /// <summary>It ended, and only its parent's record of it is left.</summary>
    public bool IsOver => State is 'Z' or 'X' or 'x';

    public static IEnumerable<LinuxProcess> All() => Directory.EnumerateDirectories("/proc")
        .Select(path => int.TryParse(Path.GetFileName(path), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? Read(id) : null)
        .OfType<LinuxProcess>();

    /// <summary>Null when there is no such process.</summary>
    public static LinuxProcess? Read(int id)
    {
        try
        {
            // The name comes second, in parentheses, and may hold spaces and parentheses itself.
            var stat = File.ReadAllText($"/proc/{id}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return new LinuxProcess(id, fields[0][0], int.Parse(fields[1], CultureInfo.InvariantCulture));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
