using System.Globalization;
using Conduit.Kubernetes.Models;
using Conduit.Model.Cluster;

namespace Conduit.Operations.Dev.Planning;

/// <summary>Leads services to the proxies of the pods that they select.</summary>
internal sealed class ServicePlanner(IReadOnlyList<PodPlan> pods, PlanNotes notes)
{
    public Service Plan(DevObject source)
    {
        var spec = ((V1Service)source.Value).Spec;
        var selected = Selected(source.Namespace, spec?.Selector);

        if (spec?.Type == "ExternalName")
        {
            notes.Warn($"{source.Title} is an external name, which a dev mesh does not resolve");
        }

        return new Service
        {
            Namespace = source.Namespace,
            Name = source.Name,
            Ports = [.. (spec?.Ports ?? []).Select((port, index) => Port(source, port, index, selected)).OfType<ServicePort>()],
        };
    }

    private List<PodPlan> Selected(string space, IReadOnlyDictionary<string, string>? selector) => selector is not { Count: > 0 }
        ? []
        : [.. pods.Where(pod => pod.Namespace == space && selector.All(label => pod.Labels.GetValueOrDefault(label.Key) == label.Value))];

    private ServicePort? Port(DevObject source, V1ServicePort port, int index, List<PodPlan> selected)
    {
        if (port.Port is not (>= 1 and <= ushort.MaxValue))
        {
            notes.Problem(source.At($"spec.ports[{index}]", $"{source.Title} has a port without a number from 1 to 65535"));
            return null;
        }

        var target = port.TargetPort?.Value ?? port.Port.Value.ToString(CultureInfo.InvariantCulture);
        var endpoints = selected.Select(pod => Endpoint(pod, target)).OfType<Endpoint>().ToList();

        if (endpoints.Count == 0 && selected.Count > 0)
        {
            notes.Warn($"port {port.Port} of {source.Title} leads to port {target}, which no container of its pods declares");
        }

        return new ServicePort { Name = port.Name ?? "", Port = port.Port.Value, Endpoints = [.. endpoints] };
    }

    private static Endpoint? Endpoint(PodPlan pod, string target)
    {
        var port = pod.Containers.SelectMany(container => container.Ports).FirstOrDefault(candidate =>
            candidate.Name == target || candidate.ContainerPort.ToString() == target);
        return port is null ? null : new Endpoint { Address = $"127.0.0.1:{port.InboundPort}", Pod = pod.Name };
    }
}
