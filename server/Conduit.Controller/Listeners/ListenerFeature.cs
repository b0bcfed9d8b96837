namespace Conduit.Controller.Listeners;

/// <summary>Tells a request which port its connection came to, whatever number that has.</summary>
internal sealed record ListenerFeature(Listener Listener);
