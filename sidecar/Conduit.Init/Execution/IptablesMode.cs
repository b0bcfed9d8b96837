namespace Conduit.Init.Execution;

/// <summary>Which of the iptables programs writes the rules.</summary>
internal enum IptablesMode
{
    /// <summary>The first of the others that works here.</summary>
    Auto,

    /// <summary><c>iptables-nft</c>.</summary>
    Nft,

    /// <summary><c>iptables-legacy</c>.</summary>
    Legacy,

    /// <summary><c>iptables</c>, whatever it stands for in this image.</summary>
    Plain,
}
