package nl.doorlichting.reporting.reach;

import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.place.Place;
import nl.doorlichting.domain.quantity.Quantity;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.domain.vocabulary.Track;

/** The content of a reach figure, observation or tally; null means not stated. */
record ReachFigure(
        String programme,
        UUID projectId,
        String organisationId,
        UUID roundId,
        UUID reportId,
        Track track,
        ActionLine actionLine,
        FundingInstrument fundingInstrument,
        Period period,
        TargetGroup targetGroup,
        Quantity reach,
        Place place,
        ReachIntensity intensity,
        ReachMethod method,
        List<UUID> overlaps,
        String includedIn,
        String source,
        String reference,
        String note) {

    ReachFigure {
        place = place == null ? Place.UNSPECIFIED : place;
        overlaps = overlaps == null ? List.of() : overlaps.stream().distinct().toList();
    }

    /** A copy with this round. */
    ReachFigure ofRound(UUID round) {
        return new ReachFigure(
                programme,
                projectId,
                organisationId,
                round,
                reportId,
                track,
                actionLine,
                fundingInstrument,
                period,
                targetGroup,
                reach,
                place,
                intensity,
                method,
                overlaps,
                includedIn,
                source,
                reference,
                note);
    }
}
