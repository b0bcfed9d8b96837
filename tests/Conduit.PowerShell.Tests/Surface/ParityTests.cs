namespace Conduit.PowerShell.Tests.Surface;

/// <summary>A verb or parameter that exists on one side only fails here.</summary>
public sealed class ParityTests
{
    public static TheoryData<string> Verbs() => [.. ParityTable.Cmdlets.Keys.Order(StringComparer.Ordinal)];

    [Fact]
    public void Every_verb_has_a_cmdlet() =>
        Assert.Equal(Verb.All.Select(verb => verb.Name), ParityTable.Cmdlets.Keys.Concat(ParityTable.OnlyVerbs.Keys).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_cmdlet_has_a_verb() =>
        Assert.Equal(CmdletClass.All.Select(cmdlet => cmdlet.Name), ParityTable.Cmdlets.Values.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Every_option_has_a_parameter(string verb)
    {
        var cmdlet = ParityTable.Cmdlets[verb];
        var parameters = ParametersOf(cmdlet);
        var missing = Verb.All.Single(known => known.Name == verb).Inputs
            .Where(input => !ParityTable.OnlyOptions.ContainsKey(input[0]) && !ParityTable.OnlyInputs.ContainsKey((verb, input[0])))
            .SelectMany(input => input)
            .Where(name => !parameters.Any(parameter => IsCalled(parameter, name)));

        Assert.Empty(missing);
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Every_parameter_has_an_option(string verb)
    {
        var cmdlet = ParityTable.Cmdlets[verb];
        var inputs = Verb.All.Single(known => known.Name == verb).Inputs.Concat(Verb.Globals.Select(Verb.NamesOf)).SelectMany(names => names).ToList();
        var missing = ParametersOf(cmdlet)
            .Where(parameter => !ParityTable.OnlyParameters.ContainsKey((cmdlet, parameter.Name)))
            .Where(parameter => !inputs.Any(name => IsCalled(parameter, name)))
            .Select(parameter => parameter.Name);

        Assert.Empty(missing);
    }

    [Fact]
    public void No_difference_is_excused_that_is_none()
    {
        var verbs = Verb.All.ToDictionary(verb => verb.Name);

        Assert.All(ParityTable.OnlyInputs.Keys, key => Assert.Contains(key.Input, verbs[key.Verb].Inputs.Select(names => names[0])));
        Assert.All(ParityTable.OnlyParameters.Keys, key => Assert.Contains(key.Parameter, ParametersOf(key.Cmdlet).Select(parameter => parameter.Name)));
    }

    private static IReadOnlyList<CmdletParameter> ParametersOf(string cmdlet) => CmdletClass.All.Single(known => known.Name == cmdlet).Parameters;

    private static bool IsCalled(CmdletParameter parameter, string name) => parameter.Names.Contains(name, StringComparer.OrdinalIgnoreCase);
}
