package nl.doorlichting.reporting.activity;

import java.util.List;
import java.util.UUID;
import nl.doorlichting.kernel.place.Place;
import nl.doorlichting.kernel.vocabulary.ActionLine;
import nl.doorlichting.kernel.vocabulary.FundingInstrument;
import nl.doorlichting.kernel.vocabulary.InterventionType;
import nl.doorlichting.kernel.vocabulary.Phenomenon;
import nl.doorlichting.kernel.vocabulary.Track;

/**
 * What a record states of the activity that it is about, so that this service can group and guard by it without asking
 * another; null, or an empty list, means not stated.
 */
public interface AboutActivity {
    UUID projectId();

    String organisationId();

    Track track();

    ActionLine actionLine();

    FundingInstrument fundingInstrument();

    List<InterventionType> interventionTypes();

    List<Phenomenon> phenomena();

    Place place();
}
