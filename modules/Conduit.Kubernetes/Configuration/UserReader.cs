using System.Collections.Immutable;

namespace Conduit.Kubernetes.Configuration;

/// <summary>Reads an entry of <c>users</c>.</summary>
internal static class UserReader
{
    private static readonly ImmutableArray<string> ExecVersions = ["client.authentication.k8s.io/v1", "client.authentication.k8s.io/v1beta1"];

    public static UserEntry Read(YamlSection section) => new(section.Origin)
    {
        ClientCertificate = section.Text("client-certificate"),
        ClientCertificateData = section.Text("client-certificate-data"),
        ClientKey = section.Text("client-key"),
        ClientKeyData = section.Text("client-key-data"),
        Token = section.Text("token"),
        TokenFile = section.Text("tokenFile"),
        Username = section.Text("username"),
        Password = section.Text("password"),
        Exec = section.Section("exec") is { } exec ? ReadExec(exec) : null,
        AuthProvider = section.Section("auth-provider")?.RequiredText("name"),
        Impersonation = ReadImpersonation(section),
    };

    private static ExecEntry ReadExec(YamlSection section)
    {
        var version = section.RequiredText("apiVersion");

        if (!ExecVersions.Contains(version))
        {
            throw KubeConfigException.Invalid(section.Origin, $"'apiVersion' of exec must be one of {string.Join(", ", ExecVersions)}, not '{version}'");
        }

        return new ExecEntry(section.Origin)
        {
            ApiVersion = version,
            Command = section.RequiredText("command"),
            Arguments = section.Texts("args"),
            Environment = [.. section.Sections("env").Select(item => KeyValuePair.Create(item.RequiredText("name"), item.Text("value") ?? ""))],
            ProvideClusterInfo = section.Flag("provideClusterInfo"),
            NeedsTerminal = section.Text("interactiveMode") == "Always",
            InstallHint = section.Text("installHint"),
        };
    }

    private static ImmutableArray<KeyValuePair<string, string>> ReadImpersonation(YamlSection section)
    {
        var headers = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();

        if (section.Text("as") is { } user)
        {
            headers.Add(new("Impersonate-User", user));
        }

        if (section.Text("as-uid") is { } uid)
        {
            headers.Add(new("Impersonate-Uid", uid));
        }

        headers.AddRange(section.Texts("as-groups").Select(group => KeyValuePair.Create("Impersonate-Group", group)));

        foreach (var (key, value) in section.Section("as-user-extra")?.TextsByKey() ?? [])
        {
            headers.Add(new($"Impersonate-Extra-{Uri.EscapeDataString(key)}", value));
        }

        return headers.ToImmutable();
    }
}
