using System.Globalization;

namespace Conduit.EndToEnd.Traffic;

/// <summary>A test that runs as many minutes as CONDUIT_E2E_LONG_MINUTES says, and only then.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LongFactAttribute : FactAttribute
{
    private const string Setting = "CONDUIT_E2E_LONG_MINUTES";

    public LongFactAttribute()
    {
        if (Length == TimeSpan.Zero)
        {
            Skip = $"runs by hand, as long as {Setting} says";
        }
    }

    public static TimeSpan Length =>
        TimeSpan.FromMinutes(double.Parse(Environment.GetEnvironmentVariable(Setting) ?? "0", CultureInfo.InvariantCulture));
}
