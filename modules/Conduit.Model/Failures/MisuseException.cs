namespace Conduit.Model.Failures;

/// <summary>The user asked for what cannot be, so nothing was tried; the command line exits with 2.</summary>
public class MisuseException(string id, string message, Exception? cause = null) : ConduitException(id, message, cause);
