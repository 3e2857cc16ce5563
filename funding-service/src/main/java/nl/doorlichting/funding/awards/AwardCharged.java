package nl.doorlichting.funding.awards;

/** An award that stood without a budget line was given one, in the transaction at hand. */
public record AwardCharged(AwardSummary award) {}
