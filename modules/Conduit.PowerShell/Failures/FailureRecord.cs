using System.Management.Automation;
using Conduit.Model.Failures;

namespace Conduit.PowerShell.Failures;

/// <summary>The one place where failures become error records. Ids are the operations' own.</summary>
internal static class FailureRecord
{
    public static ErrorRecord Of(ConduitException failure, object? target) =>
        new(failure, failure.Id, CategoryOf(failure), target);

    internal static ErrorCategory CategoryOf(ConduitException failure) => failure switch
    {
        MisuseException => ErrorCategory.InvalidArgument,
        { Id: "ManifestInvalid" } => ErrorCategory.ParserError,
        { Id: "ManifestUnreadable" } => ErrorCategory.ReadError,
        { Id: "ApiTimeout" } => ErrorCategory.OperationTimeout,
        { Id: "RuntimeMissing" or "DotnetMissing" } => ErrorCategory.NotInstalled,
        { Id: "MeshRunning" } => ErrorCategory.ResourceExists,
        { Id: "NotAuthenticated" or "CredentialsExpired" } => ErrorCategory.AuthenticationError,
        { Id: "AccessDenied" } => ErrorCategory.PermissionDenied,
        { Id: "PodsMeshed" } => ErrorCategory.ResourceBusy,
        { Id: "NotFound" or "ResourceNotFound" or "NoMesh" or "NoManifest" or "ManifestMissing" or "MeshMissing" } => ErrorCategory.ObjectNotFound,
        { Id: "NotInstalled" or "NothingInstalled" or "ControllerAbsent" } => ErrorCategory.ObjectNotFound,
        _ when failure.Id.StartsWith("Api", StringComparison.Ordinal) => ErrorCategory.ConnectionError,
        _ => ErrorCategory.NotSpecified,
    };
}
