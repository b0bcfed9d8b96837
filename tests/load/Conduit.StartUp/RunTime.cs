using System.Globalization;

namespace Conduit.StartUp;

/// <param name="Wall">From start to end.</param>
/// <param name="Cpu">Of the process, user and system together: what a busy machine hardly changes.</param>
internal readonly record struct RunTime(TimeSpan Wall, TimeSpan Cpu)
{
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Wall.TotalMilliseconds:0} ms, CPU {Cpu.TotalMilliseconds:0} ms");
}
