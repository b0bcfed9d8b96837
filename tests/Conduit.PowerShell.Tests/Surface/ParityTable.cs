using System.Collections.Frozen;

namespace Conduit.PowerShell.Tests.Surface;

/// <summary>Which cmdlet is which verb, and every difference between the two that is meant.</summary>
internal static class ParityTable
{
    public static FrozenDictionary<string, string> Cmdlets { get; } = new Dictionary<string, string>
    {
        ["check"] = "Test-Conduit",
        ["dashboard"] = "Show-ConduitDashboard",
        ["dev down"] = "Stop-ConduitDev",
        ["dev status"] = "Get-ConduitDev",
        ["dev up"] = "Start-ConduitDev",
        ["edges"] = "Get-ConduitEdge",
        ["endpoints"] = "Get-ConduitEndpoint",
        ["explain"] = "Get-ConduitErrorCode",
        ["get"] = "Get-ConduitPod",
        ["inject"] = "Invoke-ConduitInject",
        ["install"] = "Invoke-ConduitInstall",
        ["prometheus-config"] = "Get-ConduitPrometheusConfig",
        ["stat"] = "Get-ConduitStat",
        ["tap"] = "Watch-ConduitTap",
        ["top"] = "Get-ConduitTop",
        ["uninject"] = "Invoke-ConduitUninject",
        ["uninstall"] = "Invoke-ConduitUninstall",
        ["upgrade"] = "Invoke-ConduitUpgrade",
        ["version"] = "Get-ConduitVersion",
    }.ToFrozenDictionary();

    /// <summary>Verbs that PowerShell needs no cmdlet for, and why.</summary>
    public static FrozenDictionary<string, string> OnlyVerbs { get; } = new Dictionary<string, string>
    {
        ["completion"] = "PowerShell completes cmdlets by itself.",
    }.ToFrozenDictionary();

    /// <summary>Options that no cmdlet has, and why.</summary>
    public static FrozenDictionary<string, string> OnlyOptions { get; } = new Dictionary<string, string>
    {
        ["Output"] = "Cmdlets emit objects; Format-Table and ConvertTo-Json write them.",
        ["Verbose"] = "A common parameter of PowerShell.",
        ["Help"] = "Get-Help.",
        ["Version"] = "Get-ConduitVersion.",
        ["Watch"] = "A script asks again by itself.",
    }.ToFrozenDictionary();

    /// <summary>Arguments and options of one verb that its cmdlet has not, and why.</summary>
    public static FrozenDictionary<(string Verb, string Input), string> OnlyInputs { get; } = new Dictionary<(string, string), string>
    {
        [("get", "Type")] = "The noun says it.",
        [("version", "Short")] = "A property of the object.",
    }.ToFrozenDictionary();

    /// <summary>Parameters of one cmdlet that its verb has not, and why.</summary>
    public static FrozenDictionary<(string Cmdlet, string Parameter), string> OnlyParameters { get; } = new Dictionary<(string, string), string>
    {
        [("Invoke-ConduitInject", "InputObject")] = "The pipeline is stdin.",
        [("Invoke-ConduitInject", "AsByteStream")] = "A command line always writes bytes.",
        [("Invoke-ConduitInstall", "AsByteStream")] = "A command line always writes bytes.",
        [("Invoke-ConduitUninject", "InputObject")] = "The pipeline is stdin.",
        [("Invoke-ConduitUninject", "AsByteStream")] = "A command line always writes bytes.",
        [("Invoke-ConduitUninstall", "AsByteStream")] = "A command line always writes bytes.",
        [("Invoke-ConduitUpgrade", "AsByteStream")] = "A command line always writes bytes.",
        [("Start-ConduitDev", "InputObject")] = "The pipeline is stdin.",
        [("Test-Conduit", "Quiet")] = "The exit code of the command line.",
        [("Watch-ConduitTap", "MaxEvents")] = "A script has no Ctrl+C.",
    }.ToFrozenDictionary();
}
