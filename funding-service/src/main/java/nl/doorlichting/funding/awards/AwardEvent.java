package nl.doorlichting.funding.awards;

/** What happened to an award in the transaction at hand, for features that build on awards. */
public sealed interface AwardEvent {
    AwardSummary award();

    /** An award was made, from a decision or by recording one. */
    record Created(AwardSummary award) implements AwardEvent {}

    /** An award without a budget line was given one. */
    record Charged(AwardSummary award) implements AwardEvent {}
}
