package nl.doorlichting.funding.awards;

import java.util.UUID;

/** An award was made in the transaction at hand, from a decision or by recording one. */
public record AwardCreated(UUID awardId, AwardGrant grant) {}
