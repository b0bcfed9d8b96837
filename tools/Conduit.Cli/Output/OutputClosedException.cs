namespace Conduit.Cli.Output;

/// <summary>Nobody reads stdout any more, so the command has nothing left to do.</summary>
internal sealed class OutputClosedException(IOException cause) : Exception("The reader of the output went away.", cause);
