package nl.doorlichting.reporting.reach;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import nl.doorlichting.api.figures.StatedInclusion;
import nl.doorlichting.api.places.PlaceViolations;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.platform.json.ScalarFormats;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.reporting.activity.ActivityFields;
import nl.doorlichting.reporting.activity.OwnRecords;
import nl.doorlichting.reporting.inventoryreports.InventoryReports;
import nl.doorlichting.reporting.inventoryrounds.InventoryRounds;

/** Checks a figure against what is stored: the register, its round, its report, the tally and figures that it refers to. */
@ApplicationScoped
class ReachChecks {
    private static final Period ANY_DAY = new Period(Period.EARLIEST, Period.LATEST);

    private final ReachObservationRepository observations;
    private final InventoryRounds rounds;
    private final InventoryReports reports;
    private final MunicipalityRegister register;
    private final OwnRecords own;

    ReachChecks(
            ReachObservationRepository observations,
            InventoryRounds rounds,
            InventoryReports reports,
            MunicipalityRegister register,
            OwnRecords own) {
        this.observations = observations;
        this.rounds = rounds;
        this.reports = reports;
        this.register = register;
        this.own = own;
    }

    /** Checks a figure before it is recorded, and takes over what its report states; 409 when it can no longer be added to its report. */
    void checkNew(ReachObservation figure) {
        ProblemException.together(
                () -> refuseInvalid(figure, inclusionViolations(figure)),
                () -> inherit(figure, resolveReferencesOfNew(figure)));
    }

    /** Checks a corrected figure before it is recorded, and takes over what its report states; 409 while its report is under review. */
    void checkCorrected(ReachObservation former, ReachObservation figure) {
        refuseLeavingReport(former, figure);
        if (!former.tallyId().equals(figure.tallyId())) {
            refuseWithdrawnTally(figure);
        }
        ProblemException.together(
                () -> refuseInvalid(figure, inclusionViolations(figure)),
                () -> inherit(figure, resolveReferences(figure, () -> refuseUnderReview(figure))));
    }

    /** 409 while the report of the figure is under review. */
    void refuseUnderReview(ReachObservation figure) {
        reports.refuseUnderReview(figure.reportId());
    }

    /** Whether a change of the figure waits for a reviewer, as the figure itself did. */
    boolean isReviewed(ReachObservation figure) {
        return reports.isApproved(figure.reportId());
    }

    // The grantee of the project would no longer see the figure, which its report still has.
    private static void refuseLeavingReport(ReachObservation former, ReachObservation figure) {
        if (figure.reportId() != null && figure.projectId() == null && former.projectId() != null) {
            throw ProblemException.violation(
                    Violation.body("/projectId", ViolationCode.NOT_ALLOWED, Text.of("reach.leaves-report")));
        }
    }

    /** What else is wrong with a figure that is refused for its form, of which any field can be null. */
    List<Violation> violationsOfRefused(ReachStatement figure) {
        return ProblemException.noted(
                () -> ProblemException.refuse(ownViolationsOfRefused(figure)),
                () -> ProblemException.refuse(unknownReferencesOfRefused(figure)));
    }

    /** Those of its days and its place, for which nothing is looked up in the database. */
    List<Violation> ownViolationsOfRefused(ReachStatement figure) {
        var period = Objects.requireNonNullElse(figure.period(), ANY_DAY);
        return ProblemException.noted(
                () -> refuseFuture(figure), () -> PlaceViolations.refuse(figure.place(), period, register));
    }

    /** Those of the records that it names. */
    List<Violation> unknownReferencesOfRefused(ReachStatement figure) {
        return ProblemException.noted(
                () -> refuseUnknownReferences(figure),
                () -> refuseUnknownTally(figure.includedIn()),
                () -> refuseUnknownOverlaps(Objects.requireNonNullElse(figure.overlaps(), List.of())));
    }

    /** 400 for a figure that begins in days to come; an unknown period passes. */
    void refuseFuture(ReachStatement figure) {
        if (figure.period() != null) {
            ProblemException.refuse(own.future("/period/from", figure.period().from()));
        }
    }

    // A correction leaves the programme and the report as they are.
    private void refuseUnknownReferences(ReachStatement figure) {
        if (figure instanceof ReachObservationRequest observation) {
            ProblemException.together(
                    () -> reports.refuseUnfit(observation.projectId(), observation.reportId(), observation.programme()),
                    () -> rounds.refuseUnknown(observation.roundId(), observation.programme()));
        } else if (figure instanceof ReachTallyRequest tally) {
            rounds.refuseUnknown(tally.roundId(), tally.programme());
        }
    }

    /** The same of the round that a correction names, whose programme is that of the figure. */
    List<Violation> unknownRound(UUID round, ReachObservation latest) {
        return ProblemException.noted(() -> rounds.refuseUnknown(round, latest.programme()));
    }

    private void refuseUnknownTally(String includedIn) {
        if (includedIn != null
                && ScalarFormats.isUuid(includedIn)
                && observations.findLatest(UUID.fromString(includedIn), true).isEmpty()) {
            throw tallyUnknown();
        }
    }

    /** 400 with what is wrong with the place and the days of the figure, and these violations. */
    void refuseInvalid(ReachObservation figure, List<Violation> others) {
        var violations = new ArrayList<>(PlaceViolations.of("/place", figure.place(), figure.period(), register));
        violations.addAll(own.future("/period/from", figure.period().from()));
        violations.addAll(others);
        ProblemException.refuse(violations);
    }

    /**
     * What is wrong with how an observation relates to tallies. It states this where a tally may hold it, because only the
     * one that records it can find out; and a tally that it names can hold it.
     */
    List<Violation> inclusionViolations(ReachObservation figure) {
        if (figure.isTally()) {
            return List.of();
        }
        if (figure.includedIn() != null) {
            return figure.tallyId()
                    .flatMap(tally -> observations.findLatest(tally, true))
                    .map(tally -> misfit(figure, tally))
                    .orElse(List.of());
        }
        return StatedInclusion.required(observations.talliesThatMayHold(figure));
    }

    private static List<Violation> misfit(ReachObservation figure, ReachObservation tally) {
        var differs = new ArrayList<String>();
        if (!tally.programme().equals(figure.programme())) {
            differs.add("programme");
        }
        if (tally.targetGroup() != figure.targetGroup()) {
            differs.add("targetGroup");
        }
        if (!tally.period().contains(figure.period())) {
            differs.add("period");
        }
        return StatedInclusion.differing(
                differs,
                Text.of(
                        "reach-tally.description",
                        tally.targetGroup(),
                        tally.programme(),
                        tally.period().code()));
    }

    /**
     * Checks what the figure refers to, and that it can still be added to its report.
     *
     * @return what the report states of the figure's project; null without a report or a project
     */
    ActivityFields resolveReferencesOfNew(ReachObservation figure) {
        return resolveReferences(figure, () -> refuseUnlessOpen(figure.reportId()));
    }

    /** A figure of a report is then of the report's round. The state of the report is checked before the report is read. */
    private ActivityFields resolveReferences(ReachObservation figure, Runnable stateOfReport) {
        var entry = new AtomicReference<ActivityFields>();
        ProblemException.together(
                () -> {
                    stateOfReport.run();
                    entry.set(entryOfReport(figure));
                },
                () -> refuseOutsideRound(figure),
                () -> refuseUnknownTally(figure),
                () -> refuseUnknownOverlaps(figure.statedOverlaps()));
        return entry.get();
    }

    private ActivityFields entryOfReport(ReachObservation figure) {
        if (figure.reportId() == null) {
            return null;
        }
        var report = reports.require(figure.reportId());
        takeRoundOf(figure, report);
        return report.projects().get(figure.projectId());
    }

    /** Takes over from the entry what the figure does not state: its place too, if that existed in the figure's period. */
    void inherit(ReachObservation figure, ActivityFields entry) {
        figure.inherit(
                entry,
                place -> PlaceViolations.of("/place", place, figure.period(), register)
                        .isEmpty());
    }

    /** Takes over what the report of a figure states of its project, without a check. */
    void inheritFromReport(ReachObservation figure) {
        if (!figure.isWithdrawn()) {
            inherit(figure, reports.entryOf(figure.projectId(), figure.reportId()));
        }
    }

    /** 409 when a figure can no longer be added to its report. */
    void refuseUnlessOpen(UUID reportId) {
        reports.refuseUnlessOpen(reportId);
    }

    private static void takeRoundOf(ReachObservation figure, InventoryReports.Facts report) {
        if (!report.programme().equals(figure.programme())) {
            throw ProblemException.unknownReference("/reportId", Text.of("reach.report-unknown", figure.programme()));
        }
        var ofAnother = figure.roundId() != null && !figure.roundId().equals(report.roundId());
        if (ofAnother && report.roundId() != null) {
            throw ProblemException.unknownReference("/reportId", Text.of("reach.report-of-other-round"));
        }
        if (figure.projectId() != null && !report.projects().containsKey(figure.projectId())) {
            // A correction cannot change the report.
            throw ProblemException.unknownReference(
                    figure.isFirstVersion() ? "/reportId" : "/projectId", Text.of("report.other-project"));
        }
        if (report.roundId() != null) {
            figure.belongTo(report.roundId());
        }
    }

    // A violation and not a conflict: the period of a round is fixed, like the bounds of a scheme.
    private void refuseOutsideRound(ReachObservation figure) {
        if (figure.roundId() == null) {
            return;
        }
        var round = rounds.require(figure.roundId(), figure.programme());
        if (!round.contains(figure.period())) {
            throw ProblemException.violation(Violation.body(
                    "/period",
                    ViolationCode.OUT_OF_RANGE,
                    Map.of(
                            "minimum",
                            round.from().toString(),
                            "maximum",
                            round.until().toString()),
                    Text.of("reach.outside-round", round.from(), round.until())));
        }
    }

    private void refuseUnknownTally(ReachObservation figure) {
        if (figure.isFirstVersion()) {
            refuseWithdrawnTally(figure);
        } else if (tally(figure).isEmpty() && figure.tallyId().isPresent()) {
            throw tallyUnknown();
        }
    }

    // An observation that names a tally since before its withdrawal can be corrected.
    private void refuseWithdrawnTally(ReachObservation figure) {
        if (figure.tallyId().isPresent()
                && tally(figure).filter(found -> !found.isWithdrawn()).isEmpty()) {
            throw tallyUnknown();
        }
    }

    private Optional<ReachObservation> tally(ReachObservation figure) {
        return figure.tallyId().flatMap(named -> observations.findLatest(named, true));
    }

    private static ProblemException tallyUnknown() {
        return ProblemException.unknownReference("/includedIn", Text.of("reach.tally-unknown"));
    }

    private void refuseUnknownOverlaps(List<UUID> overlaps) {
        var unknown = observations.unknownObservations(
                overlaps.stream().filter(Objects::nonNull).toList());
        ProblemException.refuse(unknown.stream()
                .map(id -> Violation.unknownReference(
                        "/overlaps/" + overlaps.indexOf(id), id, Text.of("reach.overlap-unknown", id)))
                .toList());
    }
}
