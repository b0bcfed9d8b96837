using System.Text.Json.Nodes;

namespace Conduit.Manifests.Tests.Generated;

/// <summary>Objects as people have them, with every part of a pod template missing, empty, nothing or filled, as chance will.</summary>
internal sealed class RandomManifest(Random random)
{
    private static readonly (string ApiVersion, string Kind)[] Kinds =
    [
        ("apps/v1", "Deployment"), ("apps/v1", "StatefulSet"), ("apps/v1", "DaemonSet"), ("apps/v1", "ReplicaSet"), ("v1", "ReplicationController"),
        ("batch/v1", "Job"), ("batch/v1", "CronJob"), ("v1", "Pod"), ("v1", "Service"), ("example.org/v1", "Gadget"),
    ];

    private static readonly string[] Texts =
    [
        "plain", "with space", "a: b", "# no comment", "line\nbreak", "two\n\nbreaks\n", "kept\n\n", "ünï 😀", "---", "- x", "\ttab", "",
    ];

    public static string Write(int seed)
    {
        var random = new Random(seed);
        var manifest = new RandomManifest(random);
        return new RandomYaml(random).Write([.. manifest.Several(3, _ => manifest.Document())]);
    }

    private JsonObject? Document() => random.Next(10) switch
    {
        0 => null,
        1 => new JsonObject { ["apiVersion"] = "v1", ["kind"] = "List", ["items"] = new JsonArray([.. Several(2, _ => Object())]) },
        _ => Object(),
    };

    private JsonObject Object()
    {
        var (apiVersion, kind) = Kinds[random.Next(Kinds.Length)];
        var template = Template();

        var found = new JsonObject { ["apiVersion"] = apiVersion, ["kind"] = kind };

        if (kind == "Pod")
        {
            template["metadata"]?.AsObject()["name"] = "pod";
            Add(found, template);
            return found;
        }

        found["metadata"] = new JsonObject { ["name"] = "name", ["labels"] = Labels() };
        var spec = new JsonObject { ["template"] = template, ["replicas"] = random.Next(5) };
        found["spec"] = kind == "CronJob"
            ? new JsonObject { ["schedule"] = "* * * * *", ["jobTemplate"] = new JsonObject { ["spec"] = spec } }
            : spec;
        return found;
    }

    private JsonObject Template()
    {
        var spec = new JsonObject { ["containers"] = Containers(most: 3) };
        Maybe(spec, "initContainers", () => Containers(most: 2), new JsonArray());
        Maybe(spec, "volumes", () => new JsonArray(new JsonObject { ["name"] = "data", ["emptyDir"] = new JsonObject() }), new JsonArray());
        var template = new JsonObject { ["spec"] = spec };
        Maybe(template, "metadata", Metadata, new JsonObject());
        return template;
    }

    private JsonObject Metadata()
    {
        var metadata = new JsonObject();
        Maybe(metadata, "labels", Labels, new JsonObject());
        Maybe(metadata, "annotations", () => new JsonObject { ["text"] = Text(), ["other"] = Text() }, new JsonObject());
        return metadata;
    }

    private JsonObject Labels() => new() { ["app"] = "name", ["tier"] = random.Next(2) == 0 ? "front" : "a.b" };

    private JsonArray Containers(int most) => new([.. Several(most, index => Container($"c{index}"))]);

    private JsonObject Container(string name)
    {
        var container = new JsonObject { ["name"] = name, ["image"] = "registry.example.org:5000/image:1" };
        Maybe(container, "args", () => new JsonArray(Text(), Text()), new JsonArray());
        Maybe(container, "env", () => new JsonArray(new JsonObject { ["name"] = "A", ["value"] = Text() }), new JsonArray());
        Maybe(container, "resources", () => new JsonObject { ["limits"] = new JsonObject { ["cpu"] = "1" } }, new JsonObject());
        return container;
    }

    private string Text() => Texts[random.Next(Texts.Length)];

    private void Maybe(JsonObject parent, string key, Func<JsonNode> filled, JsonNode empty)
    {
        switch (random.Next(6))
        {
            case 0:
                break;
            case 1:
                parent[key] = null;
                break;
            case 2:
                parent[key] = empty;
                break;
            default:
                parent[key] = filled();
                break;
        }
    }

    private IEnumerable<T> Several<T>(int most, Func<int, T> make) => Enumerable.Range(0, random.Next(1, most + 1)).Select(make);

    private static void Add(JsonObject target, JsonObject fields)
    {
        foreach (var (key, value) in fields)
        {
            target[key] = value?.DeepClone();
        }
    }
}
