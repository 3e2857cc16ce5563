package nl.doorlichting.reporting.inventoryreports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;

/**
 * What a report must say before a reviewer sees it. That something was looked for and is not known is an answer too,
 * and is said in words; leaving it out is not.
 */
final class ReportCompleteness {
    private final List<Violation> missing = new ArrayList<>();

    private ReportCompleteness() {}

    /** Everything that is missing, in the order of the report. */
    static List<Violation> missing(InventoryReportRequest report) {
        var check = new ReportCompleteness();
        check.projects(report.projects());
        check.present("/introduction", report.introduction());
        var setUp = report.setUp();
        check.present("/setUp/targetGroup", setUp == null ? null : setUp.targetGroup());
        check.present("/setUp/approach", setUp == null ? null : setUp.approach());
        check.present("/goalAttainment", report.goalAttainment());
        check.present("/reach", report.reach());
        check.sources(report.sources());
        check.present("/source", report.source());
        return check.missing;
    }

    private void projects(List<InventoryReportProjectRequest> projects) {
        present("/projects", projects == null || projects.isEmpty() ? null : projects);
        for (int i = 0; projects != null && i < projects.size(); i++) {
            present("/projects/" + i + "/selfEvaluation", projects.get(i).selfEvaluation());
            present("/projects/" + i + "/independentEvaluation", projects.get(i).independentEvaluation());
        }
    }

    private void sources(InventoryReportRequest.Sources sources) {
        var any = sources != null
                && (positive(sources.documents())
                        || positive(sources.questionnaires())
                        || positive(sources.interviews())
                        || sources.named() != null && !sources.named().isEmpty());
        present("/sources", any ? sources : null);
    }

    private static boolean positive(Integer number) {
        return number != null && number > 0;
    }

    private void present(String pointer, Object value) {
        if (value == null) {
            missing.add(Violation.body(pointer, ViolationCode.REQUIRED, Map.of(), "A submitted report says this."));
        }
    }
}
