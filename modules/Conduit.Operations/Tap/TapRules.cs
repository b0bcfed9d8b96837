using Conduit.Model.Failures;
using Conduit.Model.Resources;

namespace Conduit.Operations.Tap;

/// <summary>Which taps can be asked for at all.</summary>
internal static class TapRules
{
    /// <exception cref="MisuseException">This one cannot.</exception>
    public static void Check(TapRequest request)
    {
        if (request.Target.Kind is null or ResourceKind.Service or ResourceKind.Authority)
        {
            throw Refused(
                "UntappableTarget",
                $"{request.Target} cannot be tapped; tap what has pods, such as a deployment, or narrow such a tap with --to svc/NAME or --authority");
        }

        if (request.To is { Kind: null or ResourceKind.Authority } to)
        {
            throw Refused("UntappableDestination", $"{to} is no destination of a tap; --to takes what has pods, or a service");
        }

        if (!(request.MaxRps > 0) || double.IsInfinity(request.MaxRps))
        {
            throw Refused("InvalidMaxRps", "the rate limit must be a number above zero");
        }
    }

    private static MisuseException Refused(string id, string message) => new(id, message);
}
