using System.Collections.Immutable;

namespace Conduit.Proxy.Hosting.Settings;

/// <summary>The options, or everything that is wrong with them.</summary>
/// <param name="Options">Null when there is a problem.</param>
/// <param name="Problems">Empty when there is none.</param>
internal sealed record OptionsResult(ProxyOptions? Options, ImmutableArray<SettingProblem> Problems);
