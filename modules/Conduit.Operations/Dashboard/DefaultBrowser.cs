using System.ComponentModel;
using System.Diagnostics;

namespace Conduit.Operations.Dashboard;

/// <summary>The browser that the user's system opens addresses with.</summary>
public static class DefaultBrowser
{
    /// <summary>False when there is none.</summary>
    public static bool TryOpen(Uri address)
    {
        try
        {
            using var browser = Process.Start(new ProcessStartInfo(address.AbsoluteUri) { UseShellExecute = true });
            return true;
        }
        catch (Exception failure) when (failure is Win32Exception or FileNotFoundException)
        {
            return false;
        }
    }
}
