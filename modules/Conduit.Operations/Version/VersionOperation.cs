using Conduit.Model.Failures;
using Conduit.Operations.Api;

namespace Conduit.Operations.Version;

/// <summary>Asks the mesh for its version. That there is none to ask is an answer too.</summary>
public sealed class VersionOperation(Func<ApiConnection> connect)
{
    public async Task<VersionResult> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var api = connect();
            var version = await api.VersionAsync(cancellationToken);
            return new VersionResult { Server = version.ReleaseVersion, Runtime = version.RuntimeVersion, Unavailable = null };
        }
        catch (ConduitException failure) when (failure is not MisuseException)
        {
            return new VersionResult { Server = null, Runtime = null, Unavailable = failure.Message };
        }
    }
}
