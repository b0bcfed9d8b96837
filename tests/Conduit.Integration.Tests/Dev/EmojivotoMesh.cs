using Conduit.Testing.Dev;

namespace Conduit.Integration.Tests.Dev;

/// <summary>The built program's; one for all tests of the class.</summary>
public sealed class EmojivotoMesh() : EmojivotoRun(ConduitProgram.Built), IAsyncLifetime;
