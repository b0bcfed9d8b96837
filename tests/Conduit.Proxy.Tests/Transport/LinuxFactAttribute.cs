namespace Conduit.Proxy.Tests.Transport;

/// <summary>A fact about what only Linux can do.</summary>
internal sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute()
    {
        if (!OperatingSystem.IsLinux())
        {
            Skip = "Only Linux can do this.";
        }
    }
}
