namespace Conduit.Operations.Dev.Events;

/// <summary>Something that happened to a dev mesh and that its user should see.</summary>
public abstract record DevEvent;
