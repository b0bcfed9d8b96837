namespace Conduit.Operations.Dev;

/// <summary>Where this user's dev meshes keep their state: the platform's place for it, or where <c>CONDUIT_STATE_DIR</c> points.</summary>
public static class DevStateDirectory
{
    public const string Variable = "CONDUIT_STATE_DIR";

    public static string ForUser() => Resolve(
        OperatingSystem.IsWindows() ? PlatformID.Win32NT : OperatingSystem.IsMacOS() ? PlatformID.MacOSX : PlatformID.Unix,
        Environment.GetEnvironmentVariable,
        Environment.GetFolderPath);

    internal static string Resolve(
        PlatformID platform, Func<string, string?> variable, Func<Environment.SpecialFolder, string> folder)
    {
        if (variable(Variable) is { Length: > 0 } chosen)
        {
            return Path.GetFullPath(chosen);
        }

        var home = folder(Environment.SpecialFolder.UserProfile);

        // The XDG base directory specification has relative paths ignored.
        var root = platform switch
        {
            PlatformID.Win32NT => folder(Environment.SpecialFolder.LocalApplicationData),
            PlatformID.MacOSX => Path.Combine(home, "Library", "Application Support"),
            _ => variable("XDG_STATE_HOME") is { Length: > 0 } state && Path.IsPathRooted(state)
                ? state
                : Path.Combine(home, ".local", "state"),
        };

        return Path.Combine(root, "conduit", "dev");
    }
}
