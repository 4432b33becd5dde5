namespace TaskPlatform.Client;

/// <summary>On how many inputs two revisions gave the same answer.</summary>
public sealed record RevisionAgreement
{
    internal RevisionAgreement(RevisionChoice first, RevisionChoice second, int compared, IReadOnlyList<int> differingInputs) =>
        (First, Second, Compared, DifferingInputs) = (first, second, compared, differingInputs);

    /// <summary>The one of the two that was named first.</summary>
    public RevisionChoice First { get; }

    /// <summary>The other of the two.</summary>
    public RevisionChoice Second { get; }

    /// <summary>How many inputs both answered; only these are compared.</summary>
    public int Compared { get; }

    /// <summary>How many of these got the same answer.</summary>
    public int Agreed => Compared - DifferingInputs.Count;

    /// <summary>Indexes of the inputs that got different answers, in ascending order.</summary>
    public IReadOnlyList<int> DifferingInputs { get; }

    /// <summary>The part of the compared inputs that got the same answer, from 0 to 1; null when none was compared.</summary>
    public double? Share => Compared == 0 ? null : (double)Agreed / Compared;
}
