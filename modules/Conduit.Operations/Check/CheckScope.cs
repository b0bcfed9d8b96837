namespace Conduit.Operations.Check;

/// <summary>What is checked.</summary>
public enum CheckScope
{
    /// <summary>The control plane that is installed.</summary>
    Installed,

    /// <summary>Whether one can be installed.</summary>
    Pre,

    /// <summary>The control plane, and the proxies of the pods.</summary>
    Proxy,
}
