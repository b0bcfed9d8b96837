using Conduit.Manifests;
using Conduit.Model.Failures;

namespace Conduit.Operations.Rendering;

/// <summary>Turns the flags that a user gave into a model, or says of all of them at once what is wrong.</summary>
internal static class FlagReader
{
    /// <exception cref="MisuseException">A value is not what its flag takes, or two contradict each other.</exception>
    public static TModel Read<TModel>(
        TModel defaults, IEnumerable<Setting<TModel>> settings, IReadOnlyDictionary<string, string> flags, Func<TModel, ProxyModel> proxyOf)
        where TModel : class
    {
        var model = defaults;
        var faults = new List<string>();

        foreach (var setting in settings.Where(setting => flags.ContainsKey(setting.Text.Name)))
        {
            var value = flags[setting.Text.Name];
            var written = setting.Write(model, value);

            if (written is null)
            {
                faults.Add(setting.Text.Fault("--" + setting.Text.Name, value));
            }

            model = written ?? model;
        }

        faults.AddRange(ProxyRules.Broken(proxyOf(model)));
        return faults.Count == 0 ? model : throw new MisuseException("InvalidSetting", string.Join('\n', faults));
    }
}
