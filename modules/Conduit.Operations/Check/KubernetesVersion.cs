using System.Globalization;
using Conduit.Kubernetes.Models;

namespace Conduit.Operations.Check;

/// <summary>A version of Kubernetes, as far as it matters here.</summary>
internal sealed record KubernetesVersion(int Major, int Minor)
{
    /// <summary>The oldest that the mesh works on.</summary>
    public static KubernetesVersion Minimum { get; } = new(1, 20);

    /// <summary>The first that runs init containers which restart.</summary>
    public static KubernetesVersion NativeSidecars { get; } = new(1, 29);

    public static bool operator >=(KubernetesVersion left, KubernetesVersion right) => (left.Major, left.Minor).CompareTo((right.Major, right.Minor)) >= 0;

    public static bool operator <=(KubernetesVersion left, KubernetesVersion right) => right >= left;

    public static KubernetesVersion Of(VersionInfo version) => new(Digits(version.Major), Digits(version.Minor));

    public override string ToString() => $"{Major}.{Minor}";

    // Providers write such as "29+".
    private static int Digits(string? text) =>
        int.TryParse((text ?? "").AsSpan().TrimEnd('+'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
