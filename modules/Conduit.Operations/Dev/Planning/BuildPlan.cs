namespace Conduit.Operations.Dev.Planning;

/// <summary>A command that makes what containers run, and the folder that it runs in.</summary>
internal sealed record BuildPlan(string Command, string Folder);
