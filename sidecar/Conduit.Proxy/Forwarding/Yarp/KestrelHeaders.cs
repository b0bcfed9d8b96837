using Microsoft.AspNetCore.Http;

namespace Conduit.Proxy.Forwarding.Yarp;

/// <summary>Shows Kestrel's headers to taps.</summary>
internal static class KestrelHeaders
{
    public static SeenHeaders Seen(IHeaderDictionary headers)
    {
        var seen = new SeenHeadersBuilder();

        foreach (var (name, values) in headers)
        {
            foreach (var value in values)
            {
                // A header without a value is one that Kestrel shall not write.
                if (value is not null)
                {
                    seen.Add(name, value);
                }
            }
        }

        return seen.Build();
    }
}
