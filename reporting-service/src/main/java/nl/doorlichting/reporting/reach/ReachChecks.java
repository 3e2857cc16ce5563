package nl.doorlichting.reporting.reach;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.doorlichting.api.places.PlaceViolations;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.reporting.activity.ActivityFields;
import nl.doorlichting.reporting.inventoryreports.InventoryReports;
import nl.doorlichting.reporting.inventoryrounds.InventoryRounds;

/** Checks a figure against what is stored: the register, its round, its report, the tally and figures that it refers to. */
@ApplicationScoped
class ReachChecks {
    private final ReachObservationRepository observations;
    private final InventoryRounds rounds;
    private final InventoryReports reports;
    private final MunicipalityRegister register;

    ReachChecks(
            ReachObservationRepository observations,
            InventoryRounds rounds,
            InventoryReports reports,
            MunicipalityRegister register) {
        this.observations = observations;
        this.rounds = rounds;
        this.reports = reports;
        this.register = register;
    }

    /** Checks a figure before it is recorded, and takes over what its report states; 409 when it can no longer be added to its report. */
    void checkNew(ReachObservation figure) {
        checkPlace(figure);
        refuseUnlessOpen(figure.reportId());
        inherit(figure, checkReferences(figure));
    }

    /** Checks a corrected figure before it is recorded, and takes over what its report states; 409 while its report is under review. */
    void checkCorrected(ReachObservation figure) {
        checkPlace(figure);
        reports.refuseUnderReview(figure.reportId());
        inherit(figure, checkReferences(figure));
    }

    void checkPlace(ReachObservation figure) {
        PlaceViolations.refuse(figure.place(), figure.period(), register);
    }

    /**
     * Checks what the figure refers to. A figure of a report is then of the report's round.
     *
     * @return what the report states of the figure's project; null without a report or a project
     */
    ActivityFields checkReferences(ReachObservation figure) {
        ActivityFields entry = null;
        if (figure.reportId() != null) {
            var report = reports.require(figure.reportId());
            addToRound(figure, report);
            entry = report.projects().get(figure.projectId());
        }
        if (figure.roundId() != null) {
            refuseOutside(rounds.require(figure.roundId(), figure.programme()), figure.period());
        }
        refuseUnknownTally(figure.includedIn());
        refuseUnknownOverlaps(figure.overlaps());
        return entry;
    }

    /** Takes over from the entry what the figure does not state: its place too, if that existed in the figure's period. */
    void inherit(ReachObservation figure, ActivityFields entry) {
        figure.inherit(
                entry,
                place -> PlaceViolations.of("/place", place, figure.period(), register)
                        .isEmpty());
    }

    /** 409 when a figure can no longer be added to its report. */
    void refuseUnlessOpen(UUID reportId) {
        reports.refuseUnlessOpen(reportId);
    }

    private static void addToRound(ReachObservation figure, InventoryReports.Facts report) {
        if (!report.programme().equals(figure.programme())) {
            throw unknown("reportId names no report of programme " + figure.programme() + ".");
        }
        var ofAnother = figure.roundId() != null && !figure.roundId().equals(report.roundId());
        if (ofAnother && report.roundId() != null) {
            throw unknown("The report is of another round.");
        }
        if (figure.projectId() != null && !report.projects().containsKey(figure.projectId())) {
            throw unknown("The report is not about this project.");
        }
        if (report.roundId() != null) {
            figure.belongTo(report.roundId());
        }
    }

    // A violation and not a conflict: the period of a round is fixed, like the bounds of a scheme.
    private static void refuseOutside(Period round, Period period) {
        if (!round.contains(period)) {
            throw ProblemException.violation(Violation.body(
                    "/period",
                    ViolationCode.OUT_OF_RANGE,
                    Map.of(
                            "minimum",
                            round.from().toString(),
                            "maximum",
                            round.until().toString()),
                    "The round is about " + round.from() + " until " + round.until() + "."));
        }
    }

    private void refuseUnknownTally(String includedIn) {
        var unknown = includedIn != null
                && !includedIn.equals(ReachObservationRequest.UNKNOWN)
                && observations.findLatest(UUID.fromString(includedIn), true).isEmpty();
        if (unknown) {
            throw unknown("includedIn names no reach tally.");
        }
    }

    private void refuseUnknownOverlaps(List<UUID> overlaps) {
        if (!overlaps.isEmpty() && observations.countObservations(overlaps) != overlaps.size()) {
            throw unknown("overlaps names an id that is no reach observation.");
        }
    }

    private static ProblemException unknown(String detail) {
        return ProblemException.of(ProblemType.REFERENCE_UNKNOWN, detail);
    }
}
