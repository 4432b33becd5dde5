namespace TaskPlatform.Client.Testing.Runs;

/// <summary>What a test wants the runs of one task to do. Safe from many threads: each part is replaced whole.</summary>
internal sealed class RunScript
{
    private volatile ScriptedAnswer answer = new(_ => null, Literal: false);
    private volatile Trouble? primary;
    private volatile Trouble? fallback;

    public ScriptedAnswer Answer
    {
        get => answer;
        set => answer = value;
    }

    public void FailPrimary(ModelFailure failure, int times) => primary = new Trouble(failure, times);

    public void FailFallback(ModelFailure failure, int times) => fallback = new Trouble(failure, times);

    public ModelFailure? TakePrimaryFailure() => primary?.Take();

    public ModelFailure? TakeFallbackFailure() => fallback?.Take();

    public void Heal() => primary = fallback = null;

    private sealed class Trouble
    {
        private readonly ModelFailure failure;
        private readonly bool endless;
        private int left;

        public Trouble(ModelFailure failure, int times)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
            this.failure = failure;
            endless = times == int.MaxValue;
            left = times;
        }

        public ModelFailure? Take() => endless || Interlocked.Decrement(ref left) >= 0 ? failure : null;
    }
}
