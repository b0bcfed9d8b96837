using System.Management.Automation;
using Conduit.Model.Durations;

namespace Conduit.PowerShell.Parameters;

/// <summary>Lets a TimeSpan be written as the command line takes it: <c>30s</c>, <c>5m</c>, <c>1m30s</c>.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class GoDurationAttribute : ArgumentTransformationAttribute
{
    // PowerShell reads 30s as a number, a short one; as text it is still what was typed.
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        ((inputData as PSObject)?.BaseObject ?? inputData) is TimeSpan time ? time : Read(LanguagePrimitives.ConvertTo<string>(inputData));

    internal static object Read(string written)
    {
        if (GoDuration.TryParse(written, out var duration))
        {
            return duration;
        }

        // A bare number would become ticks, or days, which nobody means.
        return written.Contains(':', StringComparison.Ordinal)
            ? written
            : throw new ArgumentTransformationMetadataException($"'{written}' is no duration; write it as 30s, 5m or 1m30s, or give a TimeSpan");
    }
}
