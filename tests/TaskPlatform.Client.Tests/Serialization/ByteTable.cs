using System.Text;
using System.Text.Json;

namespace TaskPlatform.Client.Tests.Serialization;

/// <summary>Holds a request against the exact bytes it must become, through every serializer, and reads it back.</summary>
internal static class ByteTable
{
    internal static void Check<T>(T request, string expected)
    {
        foreach ((string name, JsonSerializerOptions options) in Serializers.All)
        {
            byte[] sent = JsonSerializer.SerializeToUtf8Bytes(request, options.GetTypeInfo(typeof(T)));
            Encoding.UTF8.GetString(sent).Should().Be(expected, name);

            var back = (T)JsonSerializer.Deserialize(sent, options.GetTypeInfo(typeof(T)))!;
            JsonSerializer.Serialize(back, options.GetTypeInfo(typeof(T))).Should().Be(expected, $"read back by {name}");
        }
    }
}
