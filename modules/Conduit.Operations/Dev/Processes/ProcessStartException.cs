using Conduit.Model.Failures;

namespace Conduit.Operations.Dev.Processes;

/// <summary>A program that could not be started at all.</summary>
internal sealed class ProcessStartException(string program, Exception cause)
    : ConduitException("ProcessNotStarted", $"{program} could not be started: {cause.Message}", cause);
