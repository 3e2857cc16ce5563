package nl.doorlichting.reporting.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.json.StrictJson;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.reporting.reach.ReachIntakeChecks;
import nl.doorlichting.reporting.reach.ReachObservationRequest;

/** Holds rows to the rules of POST /v1/reach-observations: each is read as the body of such a request would be. */
@ApplicationScoped
class RowCheck {
    private static final List<String> REFERENCES = List.of("roundId", "reportId", "includedIn", "overlaps");

    private final StrictJson json;
    private final Clock clock;

    RowCheck(StrictJson json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    /** The next rows, at most so many. */
    Batch next(ImportRows rows, ObservationImport of, ReachIntakeChecks checks, int most) {
        var batch = new Batch();
        try {
            while (batch.read() < most && rows.next()) {
                check(rows, of, checks, batch);
            }
        } catch (ImportRows.BrokenFile broken) {
            batch.failed(List.of(new RowError(
                    broken.line(), null, null, ViolationCode.WRONG_FORMAT, Map.of(), broken.getMessage())));
        }
        return batch;
    }

    private void check(ImportRows rows, ObservationImport of, ReachIntakeChecks checks, Batch batch) {
        var document = rows.json();
        if (document == null) {
            batch.failed(List.of(
                    new RowError(rows.line(), null, null, ViolationCode.WRONG_FORMAT, Map.of(), rows.whyNone())));
            return;
        }
        try {
            var row = checks.accept(json.read(document, ReachObservationRequest.class));
            var now = clock.instant();
            batch.copy().append(of.id).append('\t').append(rows.line()).append("\t{");
            batch.copy().append(String.join(",", row.keyMunicipalities())).append("}\t");
            row.copyTo(batch.copy(), Ids.next(now), now, of.createdBy);
            batch.copy().append('\n');
            batch.passed();
        } catch (ProblemException refused) {
            batch.failed(errors(rows, refused));
        }
    }

    private static List<RowError> errors(ImportRows rows, ProblemException refused) {
        if (refused.violations().isEmpty()) {
            var column = column(refused);
            var value = column == null ? null : rows.value(column);
            return List.of(new RowError(
                    rows.line(), column, value, refused.type().name(), refused.members(), refused.getMessage()));
        }
        return refused.violations().stream()
                .map(violation -> error(rows, violation))
                .toList();
    }

    private static RowError error(ImportRows rows, Violation violation) {
        var column = column(violation.pointer());
        var value = column == null ? null : rows.value(column);
        return new RowError(rows.line(), column, value, violation.code(), violation.parameters(), violation.detail());
    }

    // The refusal of a reference begins with its field.
    private static String column(ProblemException refused) {
        return REFERENCES.stream()
                .filter(field -> refused.getMessage().startsWith(field + " "))
                .findFirst()
                .orElse(null);
    }

    /** {@code /place/municipalities/1} is in column place.municipalities. */
    private static String column(String pointer) {
        return pointer.isEmpty()
                ? null
                : pointer.substring(1).replaceAll("/\\d+$", "").replace('/', '.');
    }
}
