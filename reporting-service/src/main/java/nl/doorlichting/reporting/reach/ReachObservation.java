package nl.doorlichting.reporting.reach;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.place.PlaceColumns;
import nl.doorlichting.domain.quantity.QuantityColumns;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.domain.vocabulary.Track;

/**
 * One version of a reach figure (bereik): an observation, or a tally, which its source gives only as a total. Versions
 * are added and never changed.
 */
@Entity
@Table(name = "reach_observation")
@IdClass(ReachObservation.Key.class)
class ReachObservation {
    /** The figure and the number of the version. */
    record Key(UUID observationId, Integer version) implements Serializable {}

    @Id
    @Column(name = "observation_id")
    private UUID observationId;

    @Id
    private Integer version;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "recorded_by")
    private String recordedBy;

    private String reason;
    private boolean tally;
    private String reference;
    private String programme;

    @Column(name = "project_id")
    private UUID projectId;

    @Column(name = "organisation_id")
    private String organisationId;

    @Column(name = "round_id")
    private UUID roundId;

    @Column(name = "report_id")
    private UUID reportId;

    @Enumerated(EnumType.STRING)
    private Track track;

    @Enumerated(EnumType.STRING)
    @Column(name = "action_line")
    private ActionLine actionLine;

    @Enumerated(EnumType.STRING)
    @Column(name = "funding_instrument")
    private FundingInstrument fundingInstrument;

    @Column(name = "period_from")
    private LocalDate periodFrom;

    @Column(name = "period_until")
    private LocalDate periodUntil;

    @Enumerated(EnumType.STRING)
    @Column(name = "target_group")
    private TargetGroup targetGroup;

    @Embedded
    private QuantityColumns reach;

    @Embedded
    private PlaceColumns place;

    @Enumerated(EnumType.STRING)
    private ReachIntensity intensity;

    @Enumerated(EnumType.STRING)
    private ReachMethod method;

    /** Other observations that may count the same people. */
    @Column(name = "overlaps_with")
    private UUID[] overlaps;

    @Column(name = "included_in")
    private String includedIn;

    private String source;
    private String note;

    /** For the persistence provider. */
    protected ReachObservation() {}

    /** The first version of an observation, or of a tally. */
    static ReachObservation first(UUID id, boolean tally, ReachFigure figure) {
        var first = new ReachObservation();
        first.observationId = id;
        first.version = 1;
        first.tally = tally;
        first.state(figure);
        return first;
    }

    /** The next version, with the corrected figure; this version does not change. */
    ReachObservation corrected(ReachFigure figure, String why) {
        var next = first(observationId, tally, figure);
        next.version = version + 1;
        next.reason = why;
        return next;
    }

    ReachObservation recorded(Instant at, String by) {
        recordedAt = at;
        recordedBy = by;
        return this;
    }

    private void state(ReachFigure figure) {
        reference = figure.reference();
        programme = figure.programme();
        projectId = figure.projectId();
        organisationId = figure.organisationId();
        roundId = figure.roundId();
        reportId = figure.reportId();
        track = figure.track();
        actionLine = figure.actionLine();
        fundingInstrument = figure.fundingInstrument();
        periodFrom = figure.period().from();
        periodUntil = figure.period().until();
        targetGroup = figure.targetGroup();
        reach = QuantityColumns.of(figure.reach());
        place = PlaceColumns.of(figure.place());
        intensity = figure.intensity();
        method = figure.method();
        overlaps = figure.overlaps().toArray(UUID[]::new);
        includedIn = figure.includedIn();
        source = figure.source();
        note = figure.note();
    }

    ReachFigure figure() {
        return new ReachFigure(
                programme,
                projectId,
                organisationId,
                roundId,
                reportId,
                track,
                actionLine,
                fundingInstrument,
                new Period(periodFrom, periodUntil),
                targetGroup,
                reach.toQuantity(),
                place.toPlace(),
                intensity,
                method,
                List.of(overlaps),
                includedIn,
                source,
                reference,
                note);
    }

    UUID observationId() {
        return observationId;
    }

    String programme() {
        return programme;
    }

    String organisationId() {
        return organisationId;
    }

    UUID reportId() {
        return reportId;
    }

    String reference() {
        return reference;
    }

    int version() {
        return version;
    }

    String reason() {
        return reason;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    String etag() {
        return "\"" + version + "\"";
    }
}
