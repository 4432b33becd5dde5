namespace TaskPlatform.Client.Tests.Fuzz;

/// <summary>One damaged answer. Its number and the seed make it again, and so do the bytes alone.</summary>
internal sealed class FuzzCase
{
    internal FuzzCase(FuzzKind kind, int seed, int index)
    {
        (Kind, Seed, Index) = (kind, seed, index);
        Random = new Random(unchecked((((seed * 397) ^ (int)kind) * 1_000_003) + index));
        Body = Mutator.Damage(FuzzSeeds.Of(kind), Random);
    }

    internal FuzzKind Kind { get; }

    internal int Seed { get; }

    internal int Index { get; }

    internal byte[] Body { get; }

    /// <summary>What else is drawn for this case: the operation, the status, headers.</summary>
    internal Random Random { get; }

    public override string ToString() => $"--kind {Kind} --seed {Seed} --index {Index}\nbody in base64: {Convert.ToBase64String(Body)}";
}
