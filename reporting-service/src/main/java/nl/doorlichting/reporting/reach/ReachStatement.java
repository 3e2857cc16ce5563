package nl.doorlichting.reporting.reach;

import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.figures.ReachIntensity;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.place.Place;
import nl.doorlichting.domain.quantity.Quantity;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.InterventionType;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.domain.vocabulary.Track;

/**
 * What a request states of an observation or a tally, and what a correction may change; null means not stated. A tally
 * states neither a project nor how its figure relates to others.
 */
interface ReachStatement {
    default UUID projectId() {
        return null;
    }

    String organisationId();

    UUID roundId();

    Track track();

    ActionLine actionLine();

    FundingInstrument fundingInstrument();

    List<InterventionType> interventionTypes();

    List<Phenomenon> phenomena();

    Period period();

    TargetGroup targetGroup();

    Quantity reach();

    Place place();

    default ReachIntensity intensity() {
        return null;
    }

    default ReachMethod method() {
        return null;
    }

    default List<UUID> overlaps() {
        return null;
    }

    default String includedIn() {
        return null;
    }

    String source();

    String note();
}
