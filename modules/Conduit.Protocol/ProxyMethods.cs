using Conduit.Protocol.Destinations;
using Conduit.Protocol.Taps;
using Conduit.Protocol.Telemetry;
using Google.Protobuf.Reflection;

namespace Conduit.Protocol;

/// <summary>The methods that a proxy calls on port 8086 of the controller.</summary>
public static class ProxyMethods
{
    public static MethodDescriptor GetDestination { get; } =
        DestinationReflection.Descriptor.FindTypeByName<ServiceDescriptor>("Destination").FindMethodByName("Get");

    public static MethodDescriptor ReportTelemetry { get; } =
        TelemetryReflection.Descriptor.FindTypeByName<ServiceDescriptor>("Telemetry").FindMethodByName("Report");

    public static MethodDescriptor AttachTap { get; } =
        TapReflection.Descriptor.FindTypeByName<ServiceDescriptor>("Tap").FindMethodByName("Attach");
}
