namespace Conduit.Manifests;

public enum SettingKind
{
    /// <summary>One value; the last one given counts.</summary>
    Value,

    /// <summary>Comma-separated; may be given several times.</summary>
    List,

    /// <summary>True or false; given without a value it is true.</summary>
    Switch,
}
