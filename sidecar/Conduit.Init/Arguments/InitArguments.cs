using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using Conduit.Init.Execution;
using Conduit.Init.Redirection;
using Conduit.Model.Addresses;

namespace Conduit.Init.Arguments;

/// <summary>Turns a command line into options, or into everything that is wrong with it.</summary>
internal sealed class InitArguments
{
    private readonly FlagValues _values;
    private readonly List<string> _problems;

    private InitArguments(FlagValues values)
    {
        _values = values;
        _problems = [.. values.Problems];
    }

    /// <summary>The options are null when there are problems.</summary>
    public static (InitOptions? Options, IReadOnlyList<string> Problems) Parse(FlagValues values)
    {
        var arguments = new InitArguments(values);
        var options = arguments.Options();
        return arguments._problems.Count == 0 ? (options, []) : (null, arguments._problems);
    }

    private InitOptions? Options()
    {
        var inbound = RequiredPort(InitFlags.IncomingProxyPort);
        var outbound = RequiredPort(InitFlags.OutgoingProxyPort);

        if (inbound is not null && inbound == outbound)
        {
            _problems.Add($"--incoming-proxy-port and --outgoing-proxy-port are both {inbound}; the proxy needs two.");
        }

        return new InitOptions
        {
            Redirect = new RedirectOptions
            {
                InboundListener = inbound ?? default,
                OutboundListener = outbound ?? default,
                ProxyUser = User(),
                PortsToRedirect = Ports(InitFlags.PortsToRedirect),
                InboundPortsToIgnore = Ports(InitFlags.InboundPortsToIgnore),
                OutboundPortsToIgnore = Ports(InitFlags.OutboundPortsToIgnore),
                SubnetsToIgnore = Subnets(),
            },
            IptablesMode = Choice(InitFlags.IptablesMode, IptablesMode.Auto),
            Ipv6 = Choice(InitFlags.Ipv6, Ipv6Mode.Auto),
            LockWait = Wait(),
            Simulate = Switch(InitFlags.Simulate),
        };
    }

    private Port? RequiredPort(Flag flag)
    {
        if (Port.TryParse(_values.Last(flag), out var port))
        {
            return port;
        }

        _problems.Add($"--{flag.Name} must be a valid TCP port number, not '{_values.Last(flag)}'.");
        return null;
    }

    private uint? User()
    {
        if (_values.Last(InitFlags.ProxyUid) is not { } text)
        {
            return null;
        }

        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var user) || user > uint.MaxValue)
        {
            _problems.Add($"--{InitFlags.ProxyUid.Name} must be a user number, not '{text}'.");
            return null;
        }

        return user > 0 ? (uint)user : null;
    }

    private PortSet Ports(Flag flag)
    {
        if (!PortSet.TryParse(_values.Joined(flag), out var ports, out var fault))
        {
            _problems.Add($"--{flag.Name} takes ports and ranges such as 25,8000-8010, not '{fault}'.");
        }

        return ports;
    }

    private ImmutableArray<IPNetwork> Subnets()
    {
        var subnets = ImmutableArray.CreateBuilder<IPNetwork>();
        var texts = _values.Joined(InitFlags.SubnetsToIgnore).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        foreach (var text in texts.Distinct())
        {
            if (IPNetwork.TryParse(text, out var subnet))
            {
                subnets.Add(subnet);
            }
            else
            {
                _problems.Add($"--{InitFlags.SubnetsToIgnore.Name} takes subnets such as 10.0.0.0/8, not '{text}'.");
            }
        }

        return subnets.ToImmutable();
    }

    private TChoice Choice<TChoice>(Flag flag, TChoice fallback)
        where TChoice : struct, Enum
    {
        if (_values.Last(flag) is not { } text)
        {
            return fallback;
        }

        if (text.All(char.IsAsciiLetter) && Enum.TryParse<TChoice>(text, ignoreCase: true, out var choice))
        {
            return choice;
        }

        var choices = Enum.GetNames<TChoice>().Select(name => name.ToLowerInvariant());
        _problems.Add($"--{flag.Name} is one of {string.Join(", ", choices)}, not '{text}'.");
        return fallback;
    }

    private TimeSpan Wait()
    {
        var text = _values.Last(InitFlags.Wait) ?? "10";

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= 3600)
        {
            return TimeSpan.FromSeconds(seconds);
        }

        _problems.Add($"--{InitFlags.Wait.Name} is a number of seconds, at most 3600, not '{text}'.");
        return TimeSpan.Zero;
    }

    private bool Switch(Flag flag)
    {
        if (_values.Last(flag) is not { } text)
        {
            return false;
        }

        if (!bool.TryParse(text, out var on))
        {
            _problems.Add($"--{flag.Name} is true or false, not '{text}'.");
        }

        return on;
    }
}
