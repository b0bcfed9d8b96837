using System.Collections.Immutable;
using Conduit.Model.Addresses;

namespace Conduit.Operations.Dev.Planning;

/// <summary>Plans a workload's pods.</summary>
internal sealed class PodPlanner(ServiceTable services, ConfigTable configs, DevCommands commands, PortPicker ports, PlanNotes notes)
{
    public IEnumerable<PodPlan> PodsOf(DevWorkload workload)
    {
        foreach (var container in workload.Template.Spec?.InitContainers ?? [])
        {
            notes.Warn($"init container {container.Name} of {workload.Source.Title} is not run in a dev mesh");
        }

        if (workload.Containers.Count == 0)
        {
            notes.Problem(workload.Source.At(workload.TemplatePath + "spec", $"{workload.Source.Title} has no containers"));
        }

        return Enumerable.Range(0, workload.Replicas).Select(index => Pod(workload, index));
    }

    private PodPlan Pod(DevWorkload workload, int index)
    {
        var identity = new PodIdentity(workload.Namespace, PodNaming.Of(workload, index), workload.Source.Title, workload.Template);
        var upstreams = new UpstreamListeners(ports);
        var environment = new EnvironmentPlanner(identity, configs, new AddressRewriter(services, upstreams, workload.Namespace), notes);
        var portsByContainer = workload.Containers.ToDictionary(container => container, container => Ports(workload, container));

        // Containers of a pod share its loopback, so any of them may name another's port; its own come first.
        ImmutableArray<PortPlan> Known(DevContainer container) =>
            [.. portsByContainer[container], .. portsByContainer.Where(pair => pair.Key != container).SelectMany(pair => pair.Value)];

        // Planned before the proxy, which lets out what their environments name.
        var containers = workload.Containers.Select(container => new ContainerPlan
        {
            Name = container.Name,
            Command = Command(workload, container),
            Folder = workload.Source.Folder,
            Environment = environment.Of(container, Known(container)),
            Ports = portsByContainer[container],
        }).ToImmutableArray();

        return new PodPlan
        {
            Namespace = identity.Namespace,
            Name = identity.Name,
            Owner = workload.Owner,
            Restart = workload.Restart,
            Labels = (workload.Template.Metadata?.Labels ?? new Dictionary<string, string>()).ToImmutableSortedDictionary(StringComparer.Ordinal),
            Containers = containers,
            Proxy = new ProxyPlan(ports.Next(), upstreams.All),
        };
    }

    private ImmutableArray<PortPlan> Ports(DevWorkload workload, DevContainer container)
    {
        var planned = ImmutableArray.CreateBuilder<PortPlan>();

        foreach (var (port, index) in (container.Value.Ports ?? []).Select((port, index) => (port, index)))
        {
            if (port.ContainerPort is not (>= 1 and <= ushort.MaxValue))
            {
                var path = $"{container.Path}.ports[{index}]";
                notes.Problem(workload.Source.At(path, $"container {container.Name} has a port without a containerPort from 1 to 65535"));
            }
            else if (port.Protocol is not (null or "TCP"))
            {
                var what = $"port {port.ContainerPort} of container {container.Name} of {workload.Source.Title}";
                notes.Warn($"{what} is {port.Protocol}, which a dev mesh does not carry");
            }
            else
            {
                planned.Add(new PortPlan(port.Name ?? "", new Port(port.ContainerPort.Value), ports.Next(), ports.Next()));
            }
        }

        return planned.ToImmutable();
    }

    private string Command(DevWorkload workload, DevContainer container)
    {
        if (container.Name.Length == 0)
        {
            notes.Problem(workload.Source.At(container.Path, $"a container of {workload.Source.Title} has no name"));
        }
        else if (commands.CommandOf(workload, container) is { } command)
        {
            return command;
        }
        else
        {
            var remedy = DevCommands.HowToName(workload, container);
            notes.Problem(workload.Source.At(
                container.Path, $"nothing says how container {container.Name} of {workload.Source.Title} runs here; {remedy}"));
        }

        return "";
    }
}
