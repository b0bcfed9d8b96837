using Conduit.Controller.Selection;
using Conduit.Protocol.Taps;

namespace Conduit.Controller.Taps;

/// <summary>A valid request to tap.</summary>
/// <param name="Target">The pods whose proxies watch.</param>
/// <param name="Match">What they look for, in their words.</param>
/// <param name="MaxRps">Requests per second over all proxies together.</param>
internal sealed record TapPlan(PodSelector Target, Match Match, float MaxRps);
