using Conduit.Operations.Dev;

namespace Conduit.Operations.Tests.Dev;

public sealed class DevStateDirectoryTests
{
    [Fact]
    public void Linux_keeps_state_below_the_home_folder() =>
        Assert.Equal("/home/ada/.local/state/conduit/dev", Resolve(PlatformID.Unix));

    [Fact]
    public void Linux_follows_the_state_home_of_the_base_directory_specification() =>
        Assert.Equal("/var/ada/conduit/dev", Resolve(PlatformID.Unix, ("XDG_STATE_HOME", "/var/ada")));

    [Fact]
    public void A_relative_state_home_is_ignored() =>
        Assert.Equal("/home/ada/.local/state/conduit/dev", Resolve(PlatformID.Unix, ("XDG_STATE_HOME", "state")));

    [Fact]
    public void Macos_keeps_state_in_application_support() =>
        Assert.Equal("/home/ada/Library/Application Support/conduit/dev", Resolve(PlatformID.MacOSX));

    [Fact]
    public void Windows_keeps_state_in_local_application_data() =>
        Assert.Equal(Path.Combine("/home/ada/AppData/Local", "conduit", "dev"), Resolve(PlatformID.Win32NT));

    [Fact]
    public void The_variable_beats_the_platform() =>
        Assert.Equal(Path.GetFullPath("/tmp/here"), Resolve(PlatformID.MacOSX, (DevStateDirectory.Variable, "/tmp/here")));

    private static string Resolve(PlatformID platform, params (string Name, string Value)[] variables) => DevStateDirectory.Resolve(
        platform,
        name => variables.FirstOrDefault(variable => variable.Name == name).Value,
        folder => folder == Environment.SpecialFolder.LocalApplicationData ? "/home/ada/AppData/Local" : "/home/ada");
}
