using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Conduit.StartUp;

/// <summary>CPU time of all processes that this one started and that have ended.</summary>
internal static partial class ChildCpu
{
    private const int Children = -1;

    // struct rusage of 64-bit Linux: user and system time as seconds and microseconds, and then fourteen counters.
    private const int Fields = 18;

    public static TimeSpan Total()
    {
        var usage = new long[Fields];

        if (ReadUsage(Children, usage) != 0)
        {
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        }

        return TimeSpan.FromSeconds(usage[0] + usage[2]) + TimeSpan.FromMicroseconds(usage[1] + usage[3]);
    }

    [LibraryImport("libc", EntryPoint = "getrusage", SetLastError = true)]
    private static partial int ReadUsage(int whose, [Out] long[] usage);
}
