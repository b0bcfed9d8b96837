using Conduit.Model.Addresses;

namespace Conduit.Init.Redirection;

/// <summary>Cuts a set of ports into lists that one multiport match can hold.</summary>
internal static class MultiportGroups
{
    // The kernel's match has 15 slots; a range takes two of them.
    private const int Slots = 15;

    public static IEnumerable<string> Of(PortSet ports)
    {
        var group = new List<string>();
        var used = 0;

        foreach (var range in ports.Ranges)
        {
            var needed = range.First == range.Last ? 1 : 2;

            if (used + needed > Slots)
            {
                yield return string.Join(',', group);
                group.Clear();
                used = 0;
            }

            group.Add(needed == 1 ? range.First.ToString() : $"{range.First}:{range.Last}");
            used += needed;
        }

        if (group.Count > 0)
        {
            yield return string.Join(',', group);
        }
    }
}
