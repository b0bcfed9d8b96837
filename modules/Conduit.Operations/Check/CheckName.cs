using Conduit.Model.Failures;

namespace Conduit.Operations.Check;

/// <summary>A check, before it is known how it went.</summary>
internal sealed record CheckName(string Subsystem, string Description)
{
    public CheckResult Ok(string? advice = null) => Result(CheckStatus.Ok) with { Remedy = advice };

    public CheckResult Fail(string reason, string remedy) => Result(CheckStatus.Fail) with { Reason = reason, Remedy = remedy };

    public CheckResult Result(CheckStatus status) => new() { Subsystem = Subsystem, Description = Description, Status = status };

    /// <summary>Does the work; the check is well if that succeeds.</summary>
    public Attempt<T> Try<T>(Func<T> work)
        where T : class
    {
        try
        {
            return new Attempt<T>(work(), Ok());
        }
        catch (ConduitException failure) when (failure is not MisuseException)
        {
            return new Attempt<T>(Value: null, CheckResult.Error(this, failure));
        }
    }

    /// <inheritdoc cref="Try"/>
    public async Task<Attempt<T>> TryAsync<T>(Func<Task<T>> work)
        where T : class
    {
        try
        {
            return new Attempt<T>(await work(), Ok());
        }
        catch (ConduitException failure) when (failure is not MisuseException)
        {
            return new Attempt<T>(Value: null, CheckResult.Error(this, failure));
        }
    }
}
