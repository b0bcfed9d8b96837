namespace Conduit.Proxy.Forwarding.Yarp;

/// <summary>The endpoint took the request's bytes and refused to look at them; whoever still has them may send them again.</summary>
internal sealed class RequestRefusedException() : IOException("The endpoint refused the request before it processed it.");
