namespace TaskPlatform.Client.Batches;

/// <summary>What a log says about the money of earlier starts.</summary>
internal readonly record struct RunLogCharges(decimal Charged, decimal Dearest, long WithoutPrice)
{
    internal RunLogCharges With(decimal? credits, int withoutPrice) =>
        new(Charged + (credits ?? 0), Math.Max(Dearest, credits ?? 0), WithoutPrice + withoutPrice);
}
