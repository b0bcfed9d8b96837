namespace Conduit.Proxy.Hosting.Settings;

/// <summary>The proxy's environment variables. They are contract: the injector and the dev mesh write them.</summary>
internal static class SettingNames
{
    public const string Log = "CONDUIT_PROXY_LOG";
    public const string ControlUrl = "CONDUIT_PROXY_CONTROL_URL";
    public const string ControlListener = "CONDUIT_PROXY_CONTROL_LISTENER";
    public const string MetricsListener = "CONDUIT_PROXY_METRICS_LISTENER";
    public const string MetricsRetainIdle = "CONDUIT_PROXY_METRICS_RETAIN_IDLE";
    public const string PrivateListener = "CONDUIT_PROXY_PRIVATE_LISTENER";
    public const string PublicListener = "CONDUIT_PROXY_PUBLIC_LISTENER";
    public const string PrivateForward = "CONDUIT_PROXY_PRIVATE_FORWARD";
    public const string PrivateConnectTimeout = "CONDUIT_PROXY_PRIVATE_CONNECT_TIMEOUT";
    public const string PublicConnectTimeout = "CONDUIT_PROXY_PUBLIC_CONNECT_TIMEOUT";
    public const string BindTimeout = "CONDUIT_PROXY_BIND_TIMEOUT";
    public const string InboundRouterCapacity = "CONDUIT_PROXY_INBOUND_ROUTER_CAPACITY";
    public const string OutboundRouterCapacity = "CONDUIT_PROXY_OUTBOUND_ROUTER_CAPACITY";
    public const string InboundRouterMaxIdleAge = "CONDUIT_PROXY_INBOUND_ROUTER_MAX_IDLE_AGE";
    public const string OutboundRouterMaxIdleAge = "CONDUIT_PROXY_OUTBOUND_ROUTER_MAX_IDLE_AGE";
    public const string InboundOpaquePorts = "CONDUIT_PROXY_INBOUND_PORTS_DISABLE_PROTOCOL_DETECTION";
    public const string OutboundOpaquePorts = "CONDUIT_PROXY_OUTBOUND_PORTS_DISABLE_PROTOCOL_DETECTION";
    public const string EventBufferCapacity = "CONDUIT_PROXY_EVENT_BUFFER_CAPACITY";
    public const string PodNamespace = "CONDUIT_PROXY_POD_NAMESPACE";
    public const string PodName = "CONDUIT_PROXY_POD_NAME";
    public const string Token = "CONDUIT_PROXY_TOKEN";
    public const string Forwards = "CONDUIT_PROXY_FORWARDS";
    public const string Upstreams = "CONDUIT_PROXY_UPSTREAMS";
    public const string HttpEngine = "CONDUIT_PROXY_HTTP_ENGINE";
    public const string Workers = "CONDUIT_PROXY_WORKERS";
    public const string DrainDelay = "CONDUIT_PROXY_DRAIN_DELAY";
    public const string Grace = "CONDUIT_PROXY_GRACE";
    public const string ParentPipe = "CONDUIT_PARENT_PIPE";
}
