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
import java.util.UUID;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.place.PlaceColumns;
import nl.doorlichting.domain.quantity.QuantityColumns;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.domain.vocabulary.Track;

/**
 * One version of one reach figure (bereik): an observation, or a tally, which its source gives only as a total.
 * Versions are only ever added.
 */
@Entity
@Table(name = "reach_observation")
@IdClass(ReachObservation.Key.class)
class ReachObservation {
    /** The figure, and which version of it. */
    record Key(UUID observationId, Integer version) implements Serializable {}

    @Id
    @Column(name = "observation_id")
    UUID observationId;

    @Id
    Integer version;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @Column(name = "recorded_by")
    String recordedBy;

    String reason;
    boolean tally;
    String reference;
    String programme;

    @Column(name = "project_id")
    UUID projectId;

    @Column(name = "organisation_id")
    String organisationId;

    @Column(name = "round_id")
    UUID roundId;

    @Column(name = "report_id")
    UUID reportId;

    @Enumerated(EnumType.STRING)
    Track track;

    @Enumerated(EnumType.STRING)
    @Column(name = "action_line")
    ActionLine actionLine;

    @Enumerated(EnumType.STRING)
    @Column(name = "funding_instrument")
    FundingInstrument fundingInstrument;

    @Column(name = "period_from")
    LocalDate periodFrom;

    @Column(name = "period_until")
    LocalDate periodUntil;

    @Enumerated(EnumType.STRING)
    @Column(name = "target_group")
    TargetGroup targetGroup;

    @Embedded
    QuantityColumns reach;

    @Embedded
    PlaceColumns place;

    @Enumerated(EnumType.STRING)
    ReachIntensity intensity;

    @Enumerated(EnumType.STRING)
    ReachMethod method;

    /** Other observations that may count the same people. */
    @Column(name = "overlaps_with")
    UUID[] overlaps;

    @Column(name = "included_in")
    String includedIn;

    String source;
    String note;

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

    /** What it should have said; this version stays as it is. */
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

    Period period() {
        return new Period(periodFrom, periodUntil);
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
}
