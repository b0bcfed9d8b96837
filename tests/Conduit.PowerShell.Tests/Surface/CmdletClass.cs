using System.Reflection;
using Conduit.PowerShell.Cmdlets;

namespace Conduit.PowerShell.Tests.Surface;

/// <summary>
/// A cmdlet as its attributes declare it. They are read as data, because without an engine their own code does nothing.
/// </summary>
internal sealed class CmdletClass(Type type)
{
    public static IReadOnlyList<CmdletClass> All { get; } =
    [
        .. typeof(ConduitCmdlet).Assembly.GetExportedTypes()
            .Where(type => type.IsSubclassOf(typeof(ConduitCmdlet)) && !type.IsAbstract)
            .Select(type => new CmdletClass(type))
            .OrderBy(cmdlet => cmdlet.Name, StringComparer.Ordinal),
    ];

    public Type Type { get; } = type;

    public string Name => string.Join('-', Attribute("CmdletAttribute")!.ConstructorArguments.Select(argument => argument.Value));

    public bool SupportsShouldProcess =>
        Attribute("CmdletAttribute")!.NamedArguments.Any(argument => argument is { MemberName: "SupportsShouldProcess", TypedValue.Value: true });

    public IEnumerable<Type> OutputTypes => Attribute("OutputTypeAttribute") is { } output
        ? output.ConstructorArguments.SelectMany(argument => (IEnumerable<CustomAttributeTypedArgument>)argument.Value!).Select(argument => (Type)argument.Value!)
        : [];

    public IReadOnlyList<CmdletParameter> Parameters =>
    [
        .. Type.GetProperties()
            .Where(property => CmdletParameter.IsDeclaredBy(property))
            .Select(property => new CmdletParameter(property))
            .OrderBy(parameter => parameter.Position ?? int.MaxValue)
            .ThenBy(parameter => parameter.Name, StringComparer.Ordinal),
    ];

    private CustomAttributeData? Attribute(string name) => Type.GetCustomAttributesData().SingleOrDefault(data => data.AttributeType.Name == name);
}
