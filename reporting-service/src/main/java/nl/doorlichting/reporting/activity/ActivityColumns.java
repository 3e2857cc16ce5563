package nl.doorlichting.reporting.activity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.place.Place;
import nl.doorlichting.domain.place.PlaceColumns;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.InterventionType;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.domain.vocabulary.Track;

/** {@link ActivityFields} in the columns of a table; lists are never null there, and a place not stated is UNSPECIFIED. */
@Embeddable
public class ActivityColumns implements ActivityFields {
    @Column(name = "project_id")
    private UUID projectId;

    @Column(name = "organisation_id")
    private String organisationId;

    @Enumerated(EnumType.STRING)
    private Track track;

    @Enumerated(EnumType.STRING)
    @Column(name = "action_line")
    private ActionLine actionLine;

    @Enumerated(EnumType.STRING)
    @Column(name = "funding_instrument")
    private FundingInstrument fundingInstrument;

    @Column(name = "intervention_types")
    private String[] interventionTypes;

    private String[] phenomena;

    @Embedded
    private PlaceColumns place;

    /** For the persistence provider. */
    protected ActivityColumns() {}

    /** The columns of what a request states. */
    public static ActivityColumns of(ActivityFields about) {
        var columns = new ActivityColumns();
        columns.projectId = about.projectId();
        columns.organisationId = about.organisationId();
        columns.track = about.track();
        columns.actionLine = about.actionLine();
        columns.fundingInstrument = about.fundingInstrument();
        columns.interventionTypes = names(about.interventionTypes());
        columns.phenomena = names(about.phenomena());
        columns.place = PlaceColumns.of(about.place() == null ? Place.UNSPECIFIED : about.place());
        return columns;
    }

    @Override
    public UUID projectId() {
        return projectId;
    }

    @Override
    public String organisationId() {
        return organisationId;
    }

    @Override
    public Track track() {
        return track;
    }

    @Override
    public ActionLine actionLine() {
        return actionLine;
    }

    @Override
    public FundingInstrument fundingInstrument() {
        return fundingInstrument;
    }

    @Override
    public List<InterventionType> interventionTypes() {
        return values(interventionTypes, InterventionType.class);
    }

    @Override
    public List<Phenomenon> phenomena() {
        return values(phenomena, Phenomenon.class);
    }

    @Override
    public Place place() {
        return place.toPlace();
    }

    /** Names of the constants, each once, in the order given; none for null. */
    public static String[] names(List<? extends Enum<?>> constants) {
        return constants == null
                ? new String[0]
                : constants.stream().map(Enum::name).distinct().toArray(String[]::new);
    }

    /** The constants with these names. */
    public static <E extends Enum<E>> List<E> values(String[] names, Class<E> type) {
        return Arrays.stream(names).map(name -> Enum.valueOf(type, name)).toList();
    }
}
