package nl.doorlichting.reporting.reach;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import nl.doorlichting.api.figures.StatedInclusion;
import nl.doorlichting.domain.figures.ReachIntensity;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.place.Place;
import nl.doorlichting.domain.place.PlaceColumns;
import nl.doorlichting.domain.quantity.QuantityColumns;
import nl.doorlichting.domain.sources.SourceText;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.InterventionType;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.records.RecordWithdrawal;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.reporting.activity.ActivityColumns;
import nl.doorlichting.reporting.activity.ActivityFields;
import nl.doorlichting.reporting.activity.InheritedActivity;
import nl.doorlichting.reporting.activity.RejectedCorrection;
import nl.doorlichting.reporting.inventoryreports.InventoryReports;

/**
 * One version of a reach figure (bereik): an observation, or a tally, which its source gives only as a total. Versions
 * are added and never changed.
 */
@Entity
@Table(name = "reach_observation")
@IdClass(ReachObservation.Key.class)
class ReachObservation implements ActivityFields {
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

    /** Who approved the correction or withdrawal that this version is; null where none waited. */
    @Column(name = "approved_by")
    private String approvedBy;

    private String reason;
    /** Whether this version, the last one, ends the figure. */
    private boolean withdrawn;

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

    @Column(name = "intervention_types")
    private String[] interventionTypes;

    private String[] phenomena;

    /** Names of the fields that are not stated and come from the report's entry of the project. */
    private String[] inherited;

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

    // As a request has them, in which one can stand twice: violations name the place in it.
    @Transient
    private List<UUID> statedOverlaps;

    @Column(name = "included_in")
    private String includedIn;

    private String source;
    private String note;

    /** For the persistence provider. */
    protected ReachObservation() {}

    private ReachObservation(
            UUID id, boolean tally, String programme, UUID reportId, String reference, ReachStatement figure) {
        this.observationId = id;
        this.version = 1;
        this.tally = tally;
        this.programme = programme;
        this.reportId = reportId;
        this.reference = reference;
        this.projectId = figure.projectId();
        this.organisationId = figure.organisationId();
        this.roundId = figure.roundId();
        this.track = figure.track();
        this.actionLine = figure.actionLine();
        this.fundingInstrument = figure.fundingInstrument();
        this.interventionTypes = ActivityColumns.names(figure.interventionTypes());
        this.phenomena = ActivityColumns.names(figure.phenomena());
        this.periodFrom = figure.period().from();
        this.periodUntil = figure.period().until();
        this.targetGroup = figure.targetGroup();
        this.reach = QuantityColumns.of(figure.reach());
        this.place = PlaceColumns.of(figure.place() == null ? Place.UNSPECIFIED : figure.place());
        this.intensity = figure.intensity();
        this.method = figure.method();
        this.statedOverlaps = figure.overlaps();
        this.overlaps = figure.overlaps() == null
                ? new UUID[0]
                : figure.overlaps().stream().distinct().toArray(UUID[]::new);
        this.includedIn = figure.includedIn();
        this.source = figure.source();
        this.note = figure.note();
        this.inherited = new String[0];
    }

    /** The first version of an observation. */
    static ReachObservation of(UUID id, ReachObservationRequest request) {
        return new ReachObservation(id, false, request.programme(), request.reportId(), request.reference(), request);
    }

    /** The first version of a tally. */
    static ReachObservation of(UUID id, ReachTallyRequest request) {
        return new ReachObservation(id, true, request.programme(), null, request.reference(), request);
    }

    /** The next version, with the corrected figure; this version does not change. */
    ReachObservation corrected(ReachStatement figure, String why) {
        var next = new ReachObservation(observationId, tally, programme, reportId, reference, figure);
        next.version = version + 1;
        next.reason = why;
        return next;
    }

    /** The last version, with which the figure counts nowhere any more. */
    ReachObservation withdrawn(String why) {
        var last = corrected(correction(), why);
        // What is inherited stays so.
        last.inherit(this, place -> true);
        last.withdrawn = true;
        return last;
    }

    /** 409 once it is withdrawn. */
    void refuseWithdrawn() {
        if (withdrawn) {
            throw ProblemException.invalidState(Text.of("record.withdrawn-already"), List.of());
        }
    }

    boolean isWithdrawn() {
        return withdrawn;
    }

    boolean isFirstVersion() {
        return version == 1;
    }

    /** What a correction would state to change nothing, without its reason; what is inherited is not stated. */
    ReachObservationCorrectionRequest correction() {
        return correction(includedIn);
    }

    /** The same with what holds where nothing is stated. */
    ReachObservationCorrectionRequest statedOrUsual() {
        return correction(Objects.requireNonNullElse(includedIn, StatedInclusion.UNKNOWN));
    }

    private ReachObservationCorrectionRequest correction(String inclusion) {
        var stated = stated();
        return new ReachObservationCorrectionRequest(
                null,
                projectId,
                stated.organisationId(),
                roundId,
                stated.track(),
                stated.actionLine(),
                stated.fundingInstrument(),
                stated.interventionTypes(),
                stated.phenomena(),
                period(),
                targetGroup,
                reach.toQuantity(),
                stated.place(),
                intensity,
                method,
                overlaps(),
                inclusion,
                source,
                note);
    }

    /** The same of a tally. */
    ReachTallyCorrectionRequest tallyCorrection() {
        var stated = stated();
        return new ReachTallyCorrectionRequest(
                null,
                stated.organisationId(),
                roundId,
                stated.track(),
                stated.actionLine(),
                stated.fundingInstrument(),
                stated.interventionTypes(),
                stated.phenomena(),
                period(),
                targetGroup,
                reach.toQuantity(),
                stated.place(),
                source,
                note);
    }

    /**
     * Whether another tally, or another observation without a project, of the same programme, target group and days states the
     * same of the same source.
     */
    boolean statesTheSame(ReachObservation other) {
        return statement().equals(other.statement());
    }

    private List<Object> statement() {
        return Arrays.asList(
                organisationId,
                roundId,
                reportId,
                track,
                actionLine,
                fundingInstrument,
                interventionTypes(),
                phenomena(),
                reach.toQuantity(),
                place(),
                intensity,
                SourceText.comparable(source));
    }

    private ActivityFields stated() {
        return InheritedActivity.stated(this, List.of(inherited));
    }

    /** Adds a figure that is not yet recorded to a round. */
    void belongTo(UUID round) {
        roundId = round;
    }

    /**
     * Takes over what a figure that is not yet recorded does not state.
     *
     * @param entry what its report states of its project; may be null
     * @param fits whether a place of the entry can be that of the figure
     */
    void inherit(ActivityFields entry, Predicate<Place> fits) {
        var all = InheritedActivity.of(this, entry, fits);
        organisationId = all.organisationId();
        track = all.track();
        actionLine = all.actionLine();
        fundingInstrument = all.fundingInstrument();
        interventionTypes = ActivityColumns.names(all.interventionTypes());
        phenomena = ActivityColumns.names(all.phenomena());
        place = PlaceColumns.of(all.place());
        inherited = all.inherited().toArray(String[]::new);
    }

    ReachObservation recorded(Instant at, String by) {
        recordedAt = at;
        recordedBy = by;
        return this;
    }

    ReachObservation approved(String by) {
        approvedBy = by;
        return this;
    }

    /** Who approved this version by itself, or else with its report. */
    String approver(InventoryReports.Approval approval) {
        return approvedBy != null || approval == null ? approvedBy : approval.of(recordedAt, withdrawn);
    }

    /** Writes the key of a figure of a project, in the order of the columns of {@link ReachNaturalKeys}. */
    void writeKeyTo(RowValues row) {
        var where = place();
        row.plain(observationId)
                .plain(projectId)
                .plain(targetGroup)
                .plain(periodFrom)
                .plain(periodUntil);
        row.plain(where.scope()).array(where.municipalities().stream().sorted().toList());
        row.text(where.subArea()).plain(where.country()).plain(intensity);
    }

    /** Writes the row of a first version, in the order of {@link ReachIntake#COLUMNS}. */
    void writeTo(RowValues row) {
        var where = place();
        row.plain(observationId).plain(version).plain(recordedAt).text(recordedBy);
        row.plain(tally).text(reference).text(programme).plain(projectId).text(organisationId);
        row.plain(roundId).plain(reportId).plain(track).plain(actionLine).plain(fundingInstrument);
        row.plain(periodFrom).plain(periodUntil).plain(targetGroup).quantity(reach.toQuantity());
        row.plain(where.scope()).array(where.municipalities());
        row.text(where.subArea()).plain(where.country());
        row.plain(intensity).plain(method).array(List.of(overlaps)).text(includedIn);
        row.text(source).text(note).array(List.of(interventionTypes)).array(List.of(phenomena));
        row.array(List.of(inherited));
    }

    /**
     * The answer.
     *
     * @param approval of the report of the figure; null without a report, and before its approval
     * @param rejected the last correction or withdrawal, where it was rejected and the caller may know of it; else null
     */
    ReachObservationResponse response(
            InventoryReports.Approval approval,
            boolean correctionPending,
            RejectedCorrection rejected,
            List<String> allowedActions) {
        return new ReachObservationResponse(
                observationId,
                programme,
                projectId,
                organisationId,
                roundId,
                reportId,
                track,
                actionLine,
                fundingInstrument,
                interventionTypes(),
                phenomena(),
                period(),
                targetGroup,
                reach.toQuantity(),
                place(),
                intensity,
                method,
                overlaps(),
                includedIn,
                List.of(inherited),
                source,
                reference,
                note,
                version,
                reason,
                recordedAt,
                recordedBy,
                !withdrawn && (reportId == null || approval != null),
                approver(approval),
                correctionPending,
                rejected,
                withdrawal(),
                etag(),
                allowedActions);
    }

    ReachTallyResponse tallyResponse(List<String> allowedActions) {
        return new ReachTallyResponse(
                observationId,
                programme,
                organisationId,
                roundId,
                track,
                actionLine,
                fundingInstrument,
                interventionTypes(),
                phenomena(),
                period(),
                targetGroup,
                reach.toQuantity(),
                place(),
                source,
                reference,
                note,
                version,
                reason,
                recordedAt,
                recordedBy,
                withdrawal(),
                etag(),
                allowedActions);
    }

    private RecordWithdrawal withdrawal() {
        return withdrawn ? new RecordWithdrawal(recordedAt, recordedBy, reason) : null;
    }

    UUID observationId() {
        return observationId;
    }

    boolean isTally() {
        return tally;
    }

    String programme() {
        return programme;
    }

    @Override
    public UUID projectId() {
        return projectId;
    }

    @Override
    public String organisationId() {
        return organisationId;
    }

    UUID roundId() {
        return roundId;
    }

    UUID reportId() {
        return reportId;
    }

    String reference() {
        return reference;
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
        return ActivityColumns.values(interventionTypes, InterventionType.class);
    }

    @Override
    public List<Phenomenon> phenomena() {
        return ActivityColumns.values(phenomena, Phenomenon.class);
    }

    Period period() {
        return new Period(periodFrom, periodUntil);
    }

    TargetGroup targetGroup() {
        return targetGroup;
    }

    @Override
    public Place place() {
        return place.toPlace();
    }

    ReachIntensity intensity() {
        return intensity;
    }

    List<UUID> overlaps() {
        return List.of(overlaps);
    }

    List<UUID> statedOverlaps() {
        return statedOverlaps == null ? overlaps() : statedOverlaps;
    }

    String includedIn() {
        return includedIn;
    }

    /** The tally that counts the figure too; empty when none is named. */
    Optional<UUID> tallyId() {
        return StatedInclusion.tally(includedIn);
    }

    private String etag() {
        return "\"" + version + "\"";
    }
}
