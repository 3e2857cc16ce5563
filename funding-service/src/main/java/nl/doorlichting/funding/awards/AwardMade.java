package nl.doorlichting.funding.awards;

/** An award was made in the transaction at hand, from a decision or by recording one. */
public record AwardMade(AwardSummary award) {}
