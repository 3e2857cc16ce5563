package nl.doorlichting.reporting.indicators;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.doorlichting.domain.place.Place;
import nl.doorlichting.domain.place.PlaceColumns;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.BaselineKind;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.IndicatorDirection;
import nl.doorlichting.domain.vocabulary.InterventionType;
import nl.doorlichting.domain.vocabulary.Track;

/** Something measured before, during and after. Null means not stated. */
@Entity
@Table(name = "indicator")
class Indicator {
    @Id
    UUID id;

    String programme;

    @Column(name = "project_id")
    UUID projectId;

    @Column(name = "organisation_id")
    String organisationId;

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

    @Column(name = "intervention_types")
    String[] interventionTypes;

    @Embedded
    PlaceColumns place;

    String name;
    String unit;

    @Enumerated(EnumType.STRING)
    IndicatorDirection direction;

    @Enumerated(EnumType.STRING)
    @Column(name = "baseline_kind")
    BaselineKind baselineKind;

    @Column(name = "baseline_value")
    BigDecimal baselineValue;

    @Column(name = "baseline_measured_on")
    LocalDate baselineMeasuredOn;

    @Column(name = "baseline_reason")
    String baselineReason;

    @Column(name = "target_value")
    BigDecimal targetValue;

    @Column(name = "target_due_on")
    LocalDate targetDueOn;

    String source;
    String reference;
    String note;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "created_by")
    String createdBy;

    @Version
    int version;

    /** For the persistence provider. */
    protected Indicator() {}

    Indicator(UUID id, IndicatorRequest request, Instant createdAt, String createdBy) {
        this.id = id;
        this.programme = request.programme();
        this.createdAt = createdAt;
        this.createdBy = createdBy;
        change(request);
    }

    /** Means something else from now on; of which programme it is does not change. */
    void change(IndicatorRequest request) {
        belong(request);
        measure(request);
        source = request.source();
        reference = request.reference();
        note = request.note();
    }

    private void belong(IndicatorRequest request) {
        projectId = request.projectId();
        organisationId = request.organisationId();
        reportId = request.reportId();
        track = request.track();
        actionLine = request.actionLine();
        fundingInstrument = request.fundingInstrument();
        var types = request.interventionTypes() == null ? List.<InterventionType>of() : request.interventionTypes();
        interventionTypes = types.stream().map(Enum::name).distinct().toArray(String[]::new);
        place = PlaceColumns.of(request.place() == null ? Place.UNSPECIFIED : request.place());
    }

    private void measure(IndicatorRequest request) {
        name = request.name();
        unit = request.unit();
        direction = request.direction();
        baselineKind = request.baseline().kind();
        baselineValue = request.baseline().value();
        baselineMeasuredOn = request.baseline().measuredOn();
        baselineReason = request.baseline().reason();
        var target = request.target();
        targetValue = target == null ? null : target.value();
        targetDueOn = target == null ? null : target.dueOn();
    }

    List<InterventionType> interventionTypes() {
        return Stream.of(interventionTypes).map(InterventionType::valueOf).toList();
    }

    /** What was measured is part of what a reader sees. */
    String etag(List<IndicatorActual> actuals) {
        var measured = actuals.stream().mapToInt(actual -> actual.version).sum();
        return "\"" + version + "-" + measured + "\"";
    }

    /** What could have been sent to create it as it is now. */
    IndicatorRequest toRequest() {
        return new IndicatorRequest(
                programme,
                projectId,
                organisationId,
                reportId,
                track,
                actionLine,
                fundingInstrument,
                interventionTypes(),
                place.toPlace(),
                name,
                unit,
                direction,
                new IndicatorRequest.Baseline(baselineKind, baselineValue, baselineMeasuredOn, baselineReason),
                targetValue == null ? null : new IndicatorRequest.Target(targetValue, targetDueOn),
                source,
                reference,
                note);
    }
}
