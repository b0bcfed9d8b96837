using System.Reflection;

namespace Conduit.PowerShell.Tests.Surface;

/// <summary>A parameter of a cmdlet as its attributes declare it.</summary>
internal sealed class CmdletParameter(PropertyInfo property)
{
    public PropertyInfo Property { get; } = property;

    public string Name => Property.Name;

    public IReadOnlyList<string> Aliases =>
    [
        .. Property.GetCustomAttributesData().Where(data => data.AttributeType.Name == "AliasAttribute")
            .SelectMany(data => (IEnumerable<CustomAttributeTypedArgument>)data.ConstructorArguments[0].Value!)
            .Select(argument => (string)argument.Value!),
    ];

    /// <summary>What it can be called, however the letters are cased.</summary>
    public IEnumerable<string> Names => Aliases.Prepend(Name);

    public int? Position => (int?)Named("Position");

    public bool IsMandatory => Named("Mandatory") is true;

    public bool TakesPipeline => Named("ValueFromPipeline") is true;

    public bool TakesPropertyOfPipeline => Named("ValueFromPipelineByPropertyName") is true;

    public bool IsSwitch => Property.PropertyType.Name == "SwitchParameter";

    /// <summary>As help shows it, such as <c>string[]</c>.</summary>
    public string TypeName => (Nullable.GetUnderlyingType(Property.PropertyType) ?? Property.PropertyType) switch
    {
        { Name: "SwitchParameter" } => "switch",
        var type when type == typeof(string) => "string",
        var type when type == typeof(string[]) => "string[]",
        var type when type == typeof(bool) => "bool",
        var type when type == typeof(int) => "int",
        var type when type == typeof(double) => "double",
        var type when type == typeof(object) => "object",
        var type => type.Name,
    };

    public static bool IsDeclaredBy(PropertyInfo property) =>
        property.GetCustomAttributesData().Any(data => data.AttributeType.Name == "ParameterAttribute");

    private object? Named(string member) => Property.GetCustomAttributesData()
        .Single(data => data.AttributeType.Name == "ParameterAttribute")
        .NamedArguments.Where(argument => argument.MemberName == member)
        .Select(argument => argument.TypedValue.Value)
        .SingleOrDefault();
}
