using Conduit.Protocol.Public;
using Google.Protobuf.Reflection;

namespace Conduit.Protocol;

/// <summary>The methods of <c>conduit.public.Api</c>, port 8085 of the controller.</summary>
public static class ApiMethods
{
    private static readonly ServiceDescriptor Service = PublicReflection.Descriptor.FindTypeByName<ServiceDescriptor>("Api");

    public static MethodDescriptor StatSummary { get; } = Service.FindMethodByName("StatSummary");

    public static MethodDescriptor ListPods { get; } = Service.FindMethodByName("ListPods");

    public static MethodDescriptor TapByResource { get; } = Service.FindMethodByName("TapByResource");

    public static MethodDescriptor Endpoints { get; } = Service.FindMethodByName("Endpoints");

    public static MethodDescriptor Edges { get; } = Service.FindMethodByName("Edges");

    public static MethodDescriptor Version { get; } = Service.FindMethodByName("Version");

    public static MethodDescriptor SelfCheck { get; } = Service.FindMethodByName("SelfCheck");
}
