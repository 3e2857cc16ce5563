package nl.doorlichting.reporting.inventoryreports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.doorlichting.api.places.PlaceViolations;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.reporting.inventoryrounds.InventoryRounds;

/** Checks a report against what is stored: its round, the other reports of the round, the municipality register. */
@ApplicationScoped
class InventoryReportChecks {
    private static final Period ANY_DAY = new Period(Period.EARLIEST, Period.LATEST);

    private final InventoryReportRepository reports;
    private final InventoryRounds rounds;
    private final MunicipalityRegister register;

    InventoryReportChecks(InventoryReportRepository reports, InventoryRounds rounds, MunicipalityRegister register) {
        this.reports = reports;
        this.rounds = rounds;
        this.register = register;
    }

    void refuseNew(InventoryReportRequest request) {
        refuseMisfits(request);
        reports.findByReference(request.programme(), request.reference()).ifPresent(InventoryReportChecks::refuseTaken);
    }

    /** 409 for an unknown round, and 400 for places, of a report that is refused for its form too: any field can be null. */
    void refuseMisfits(InventoryReportRequest request) {
        ProblemException.together(() -> days(request), () -> refusePlaces(request));
    }

    void refuseChange(InventoryReport report, InventoryReportRequest request) {
        ProblemException.together(
                () -> refuseMoved(report, request),
                () -> {
                    // A stated round stays, so another one is refused already.
                    if (report.roundId() == null) {
                        days(request);
                    }
                },
                () -> refusePlaces(request));
        reports.findByReference(request.programme(), request.reference())
                .filter(other -> !other.id().equals(report.id()))
                .ifPresent(InventoryReportChecks::refuseTaken);
    }

    /** 409 with the path of the other report when a project is in another report of the round. */
    void refuseSecondReport(UUID report, InventoryReportRequest request) {
        var ids = request.projectIds();
        if (!ids.isEmpty()) {
            reports.waitForOthersOf(request.roundId());
            reports.findOther(request.roundId(), report, ids)
                    .ifPresent(other -> refuseSecond(other.reportId(), other.projectId()));
        }
    }

    /** 400 at each project that the round does not visit, or adds them to the round. */
    void visit(InventoryReportRequest request, boolean add) {
        var missing = rounds.notVisited(request.roundId(), request.projectIds());
        if (add) {
            rounds.visit(request.roundId(), missing);
            return;
        }
        ProblemException.refuse(IntStream.range(0, request.statedProjects().size())
                .filter(i -> missing.contains(request.projects().get(i).projectId()))
                .mapToObj(i -> Violation.body(
                        "/projects/" + i + "/projectId",
                        ViolationCode.NOT_ALLOWED,
                        Map.of(),
                        Text.of("report.project-not-visited")))
                .toList());
    }

    private static void refuseSecond(UUID report, UUID project) {
        throw ProblemException.alreadyExists(
                Text.of("report.project-taken", project), InventoryReportResource.PATH + "/" + report);
    }

    private static void refuseTaken(InventoryReport existing) {
        throw ProblemException.alreadyExists(
                Text.of("report.reference-taken"), InventoryReportResource.PATH + "/" + existing.id());
    }

    private static void refuseMoved(InventoryReport report, InventoryReportRequest request) {
        var violations = new ArrayList<Violation>();
        if (!report.programme().equals(request.programme())) {
            violations.add(fixed("/programme"));
        }
        // An unknown round may be stated later; a stated round stays.
        if (report.roundId() != null && !report.roundId().equals(request.roundId())) {
            violations.add(fixed("/roundId"));
        }
        ProblemException.refuse(violations);
    }

    private static Violation fixed(String pointer) {
        return Violation.body(pointer, ViolationCode.NOT_ALLOWED, Map.of(), Text.of("report.round-immutable"));
    }

    /** The days in which a municipality of the report must have existed. */
    private Period days(InventoryReportRequest request) {
        return request.roundId() == null || request.programme() == null
                ? ANY_DAY
                : rounds.require(request.roundId(), request.programme());
    }

    /** Those of the round, or any if it is not known: that is another violation. */
    private Period knownDays(InventoryReportRequest request) {
        try {
            return days(request);
        } catch (ProblemException unknownRound) {
            return ANY_DAY;
        }
    }

    private void refusePlaces(InventoryReportRequest request) {
        var days = knownDays(request);
        var violations = new ArrayList<Violation>();
        for (int i = 0; i < request.statedProjects().size(); i++) {
            var project = request.projects().get(i);
            if (project != null) {
                violations.addAll(PlaceViolations.of("/projects/" + i + "/place", project.place(), days, register));
            }
        }
        ProblemException.refuse(violations);
    }
}
