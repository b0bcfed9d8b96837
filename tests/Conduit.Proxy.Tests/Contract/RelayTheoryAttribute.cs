using Conduit.Proxy.Hosting.Settings;

namespace Conduit.Proxy.Tests.Contract;

/// <summary>A row that the contract excuses the YARP engine from, since stock parts cannot keep it.</summary>
internal sealed class RelayTheoryAttribute : TheoryAttribute
{
    public RelayTheoryAttribute()
    {
        if (Environment.GetEnvironmentVariable(SettingNames.HttpEngine) == "yarp")
        {
            Skip = $"{SettingNames.HttpEngine} is yarp, whose stock parts cannot keep this row; the relay does.";
        }
    }
}
