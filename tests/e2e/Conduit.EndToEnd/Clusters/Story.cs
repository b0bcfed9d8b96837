using Xunit.Abstractions;

namespace Conduit.EndToEnd.Clusters;

/// <summary>A test told in steps. When one fails, it says which, and shows pods, events and logs of the namespaces it played in.</summary>
internal sealed class Story(ITestOutputHelper output, params string[] namespaces)
{
    public async Task StepAsync(string name, Func<Task> step)
    {
        output.WriteLine(name);

        try
        {
            await step();
        }
        catch (Exception)
        {
            output.WriteLine($"FAILED: {name}\n{await Diagnosis.OfAsync(namespaces)}");
            throw;
        }
    }

    public async Task<T> StepAsync<T>(string name, Func<Task<T>> step)
    {
        T result = default!;
        await StepAsync(name, async () => { result = await step(); });
        return result;
    }
}
