package nl.doorlichting.reporting.activity;

import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.place.Place;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.InterventionType;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.domain.vocabulary.Track;

/**
 * What a record states of the activity that it is about, so that this service can group and guard by it without asking
 * another; null, or an empty list, means not stated.
 */
public interface ActivityFields {
    UUID projectId();

    String organisationId();

    Track track();

    ActionLine actionLine();

    FundingInstrument fundingInstrument();

    List<InterventionType> interventionTypes();

    List<Phenomenon> phenomena();

    Place place();
}
