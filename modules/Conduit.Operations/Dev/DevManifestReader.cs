using Conduit.Kubernetes.Serialization;
using Conduit.Model.Failures;
using Conduit.Operations.Dev.Planning;

namespace Conduit.Operations.Dev;

/// <summary>Reads the objects of manifests: files, folders of them, or <c>-</c> for standard input.</summary>
internal sealed class DevManifestReader(string defaultNamespace)
{
    private const string StandardInput = "-";

    private static readonly string[] Extensions = [".yml", ".yaml", ".json"];

    /// <exception cref="ConduitException">With every fault of every file.</exception>
    public async Task<IReadOnlyList<DevObject>> ReadAsync(IEnumerable<string> paths, Stream? input, CancellationToken cancellationToken)
    {
        var objects = new List<DevObject>();
        var problems = new List<string>();

        foreach (var path in paths.SelectMany(Files))
        {
            try
            {
                var folder = path == StandardInput ? Directory.GetCurrentDirectory() : Path.GetDirectoryName(Path.GetFullPath(path))!;
                var text = await TextAsync(path, input, cancellationToken);
                objects.AddRange(KubernetesYaml.LoadAllFromString(text).Select(read => new DevObject(path, folder, read, defaultNamespace)));
            }
            catch (KubernetesYamlException failure)
            {
                problems.AddRange(failure.Problems.Select(problem => DevObject.Format(path, problem)));
            }
        }

        return problems.Count == 0 ? objects : throw new ConduitException("ManifestInvalid", string.Join('\n', problems));
    }

    private static IEnumerable<string> Files(string path)
    {
        if (!Directory.Exists(path))
        {
            return [path];
        }

        var files = Directory.EnumerateFiles(path).Where(file => Extensions.Contains(Path.GetExtension(file))).Order(StringComparer.Ordinal).ToList();
        return files.Count > 0 ? files : throw new ConduitException("ManifestMissing", $"{path} has no .yml, .yaml or .json files.");
    }

    private static async Task<string> TextAsync(string path, Stream? input, CancellationToken cancellationToken)
    {
        if (path == StandardInput && input is not null)
        {
            using var reader = new StreamReader(input, leaveOpen: true);
            return await reader.ReadToEndAsync(cancellationToken);
        }

        try
        {
            return await File.ReadAllTextAsync(path, cancellationToken);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ConduitException("ManifestMissing", $"{path} cannot be read: {failure.Message}", failure);
        }
    }
}
