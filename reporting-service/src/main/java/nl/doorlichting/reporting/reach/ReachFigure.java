package nl.doorlichting.reporting.reach;

import java.util.UUID;
import nl.doorlichting.kernel.period.Period;
import nl.doorlichting.kernel.place.Place;
import nl.doorlichting.kernel.quantity.Quantity;
import nl.doorlichting.kernel.vocabulary.ActionLine;
import nl.doorlichting.kernel.vocabulary.FundingInstrument;
import nl.doorlichting.kernel.vocabulary.TargetGroup;
import nl.doorlichting.kernel.vocabulary.Track;

/** What an observation and a tally have in common; null means not stated. */
record ReachFigure(
        String programme,
        String organisationId,
        UUID roundId,
        Track track,
        ActionLine actionLine,
        FundingInstrument fundingInstrument,
        Period period,
        TargetGroup targetGroup,
        Quantity reach,
        Place place,
        String source,
        String reference,
        String note) {}
