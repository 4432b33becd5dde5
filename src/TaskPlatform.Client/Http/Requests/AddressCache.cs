namespace TaskPlatform.Client.Http.Requests;

/// <summary>
/// Remembers the addresses of the tasks and agents called last: most programs call a few of them over and over, and
/// making an address costs more than all the rest of a request. Each has one place, where the next one pushes it out.
/// </summary>
internal sealed class AddressCache
{
    private const int Places = 64; // a power of two

    private readonly Known?[] places = new Known?[Places];

    internal Uri? Find(string template, Guid id) =>
        Volatile.Read(ref places[Place(template, id)]) is { } known && known.Id == id && known.Template == template ? known.Address : null;

    internal Uri Keep(string template, Guid id, Uri address)
    {
        Volatile.Write(ref places[Place(template, id)], new Known(template, id, address));
        return address;
    }

    private static int Place(string template, Guid id) => (id.GetHashCode() + template.Length) & (Places - 1);

    private sealed class Known(string template, Guid id, Uri address)
    {
        internal string Template { get; } = template;

        internal Guid Id { get; } = id;

        internal Uri Address { get; } = address;
    }
}
