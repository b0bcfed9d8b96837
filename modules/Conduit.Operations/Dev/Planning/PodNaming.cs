using System.Globalization;
using Conduit.Model.Resources;

namespace Conduit.Operations.Dev.Planning;

/// <summary>Pod names as Kubernetes builds them, but the same in every run.</summary>
internal static class PodNaming
{
    private const int TemplateHashLength = 9;
    private const int SuffixLength = 5;

    public static string Of(DevWorkload workload, int index)
    {
        var id = $"{workload.Namespace}/{workload.Kind}/{workload.Name}";
        var suffix = StableHash.Suffix($"{id}/{index}", SuffixLength);

        return workload.Kind switch
        {
            ResourceKind.Pod => workload.Name,
            ResourceKind.StatefulSet => string.Create(CultureInfo.InvariantCulture, $"{workload.Name}-{index}"),
            ResourceKind.Deployment => $"{workload.Name}-{StableHash.Suffix(id, TemplateHashLength)}-{suffix}",
            _ => $"{workload.Name}-{suffix}",
        };
    }
}
