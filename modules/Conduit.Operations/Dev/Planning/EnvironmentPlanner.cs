using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Conduit.Kubernetes.Models;

namespace Conduit.Operations.Dev.Planning;

/// <summary>The environment of a pod's containers: what Kubernetes would set, with addresses that hold on this machine.</summary>
internal sealed partial class EnvironmentPlanner(PodIdentity pod, ConfigTable configs, AddressRewriter addresses, PlanNotes notes)
{
    // Loopback only, and no serving on after SIGTERM: on this machine nobody drains.
    private static readonly (string Name, string Value)[] Defaults = [("HOST", "127.0.0.1"), ("SHUTDOWN_DELAY", "0")];

    /// <param name="container">Whose environment.</param>
    /// <param name="ports">The pod's ports, the container's own first.</param>
    public ImmutableSortedDictionary<string, string> Of(DevContainer container, ImmutableArray<PortPlan> ports)
    {
        var declared = new Dictionary<string, string>(StringComparer.Ordinal);

        foreach (var source in container.Value.EnvFrom ?? [])
        {
            Import(source, container, declared);
        }

        foreach (var variable in container.Value.Env ?? [])
        {
            if (Value(variable, container) is { } value)
            {
                declared[variable.Name ?? ""] = Expand(value, declared);
            }
        }

        var rewritten = declared.Select(pair => KeyValuePair.Create(
            pair.Key, addresses.Rewrite(pair.Value, ports, reason => Warn(container, $"{pair.Key}: {reason}"))));
        var missing = Defaults.Where(entry => !declared.ContainsKey(entry.Name)).Select(entry => KeyValuePair.Create(entry.Name, entry.Value));
        return rewritten.Concat(missing).ToImmutableSortedDictionary(StringComparer.Ordinal);
    }

    private void Import(V1EnvFromSource source, DevContainer container, Dictionary<string, string> declared)
    {
        var (what, values, optional) = source switch
        {
            { ConfigMapRef: { } map } => ($"config map {map.Name}", configs.ConfigMap(pod.Namespace, map.Name), map.Optional),
            { SecretRef: { } secret } => ($"secret {secret.Name}", configs.Secret(pod.Namespace, secret.Name), secret.Optional),
            _ => ("an unknown source", null, false),
        };

        if (values is null && optional != true)
        {
            Warn(container, $"envFrom: {what} is not in the manifest");
        }

        foreach (var (name, value) in values ?? new Dictionary<string, string>())
        {
            declared[source.Prefix + name] = value;
        }
    }

    private string? Value(V1EnvVar variable, DevContainer container)
    {
        var (what, value, optional) = variable.ValueFrom switch
        {
            null => ("", variable.Value ?? "", false),
            { FieldRef.FieldPath: { } path } => ($"the field {path}", pod.Field(path), false),
            { ConfigMapKeyRef: { } key } =>
                ($"key {key.Key} of config map {key.Name}", Entry(configs.ConfigMap(pod.Namespace, key.Name), key.Key), key.Optional),
            { SecretKeyRef: { } key } =>
                ($"key {key.Key} of secret {key.Name}", Entry(configs.Secret(pod.Namespace, key.Name), key.Key), key.Optional),
            _ => ("its source", null, false),
        };

        if (value is null && optional != true)
        {
            Warn(container, $"{variable.Name} is not set: {what} is not known here");
        }

        return value;
    }

    private static string? Entry(IReadOnlyDictionary<string, string>? values, string? key) => values?.GetValueOrDefault(key ?? "");

    private void Warn(DevContainer container, string text) => notes.Warn($"container {container.Name} of {pod.Workload}: {text}");

    // Kubernetes replaces $(NAME) by what was declared before, $$ by a dollar, and leaves unknown names as they are.
    private static string Expand(string value, Dictionary<string, string> declared) => Reference().Replace(
        value,
        match => match.Value == "$$" ? "$" : declared.GetValueOrDefault(match.Groups["name"].Value, match.Value));

    [GeneratedRegex(@"\$\$|\$\((?<name>[A-Za-z_][A-Za-z0-9_.-]*)\)")]
    private static partial Regex Reference();
}
