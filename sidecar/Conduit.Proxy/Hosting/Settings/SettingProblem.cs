namespace Conduit.Proxy.Hosting.Settings;

/// <summary>A variable that cannot be used as it is.</summary>
/// <param name="Name">The variable.</param>
/// <param name="Value">What it holds; null when it is missing.</param>
/// <param name="Expected">What it must hold, in words.</param>
internal sealed record SettingProblem(string Name, string? Value, string Expected)
{
    public override string ToString() => Value is null
        ? $"{Name} is not set; it must be {Expected}"
        : $"{Name}=\"{Value}\" is not valid; it must be {Expected}";
}
