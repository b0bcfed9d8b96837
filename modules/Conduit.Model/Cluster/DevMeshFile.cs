using System.Text.Json;
using System.Text.Json.Serialization;

namespace Conduit.Model.Cluster;

/// <summary>Reads and writes a <see cref="DevMesh"/> as JSON. A reader sees the old file or the new one, never half of it.</summary>
public static class DevMeshFile
{
    /// <summary>Null when there is no file, or when it holds no mesh.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static DevMesh? Read(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return JsonSerializer.Deserialize(file, DevMeshJson.Default.DevMesh) is { IsReadable: true } mesh ? mesh : null;
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            return null;
        }
    }

    public static void Write(string path, DevMesh mesh)
    {
        var temporary = path + ".tmp";

        // The token lets a process speak for any pod of the mesh, so the file is its owner's alone.
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };

        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var file = new FileStream(temporary, options))
        {
            JsonSerializer.Serialize(file, mesh, DevMeshJson.Default.DevMesh);
        }

        File.Move(temporary, path, overwrite: true);
    }
}

[JsonSourceGenerationOptions(
    WriteIndented = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DevMesh))]
internal sealed partial class DevMeshJson : JsonSerializerContext;
