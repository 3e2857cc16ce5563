package nl.doorlichting.reporting.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.json.ScalarFormats;
import nl.doorlichting.platform.json.StrictJson;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.reporting.reach.ReachIntakeChecks;
import nl.doorlichting.reporting.reach.ReachObservationRequest;

/** Applies the rules of POST /v1/reach-observations to rows: each is read like the body of such a request. */
@ApplicationScoped
class RowValidator {
    /** Checked rows: those that passed as COPY reads them, and the errors of the others. */
    static final class Batch {
        private final StringBuilder copy = new StringBuilder();
        private final List<RowError> errors = new ArrayList<>();
        private long read;
        private long bad;

        StringBuilder copy() {
            return copy;
        }

        void passed() {
            read++;
        }

        void failed(List<RowError> why) {
            read++;
            bad++;
            errors.addAll(why);
        }

        long read() {
            return read;
        }

        long bad() {
            return bad;
        }

        List<RowError> errors() {
            return errors;
        }
    }

    /** One broken rule of one row, not yet stored. */
    record RowError(long line, String column, String value, String code, Map<String, Object> parameters, Text detail) {
        private static final int LONGEST = 200;

        RowError {
            column = storable(column);
            value = storable(value);
        }

        // A document can contain any character; the database stores neither NUL nor half of a surrogate pair.
        private static String storable(String text) {
            return text == null ? null : ScalarFormats.asText(text.substring(0, Math.min(text.length(), LONGEST)));
        }
    }

    private final StrictJson json;
    private final Clock clock;

    RowValidator(StrictJson json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    /** Checks the next rows, at most {@code most}. */
    Batch next(ImportRows rows, ObservationImport of, ReachIntakeChecks checks, int most) {
        var batch = new Batch();
        try {
            while (batch.read() < most && rows.next()) {
                check(rows, of, checks, batch);
            }
        } catch (ImportRows.BrokenFile broken) {
            batch.failed(List.of(new RowError(
                    broken.line(), null, null, ViolationCode.WRONG_FORMAT, broken.parameters(), broken.detail())));
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
            var now = clock.instant();
            var request = json.read(document, ReachObservationRequest.class, checks::violationsOfRefused);
            var row = checks.accept(Ids.next(now), request, now, of.createdBy());
            batch.copy().append(of.id()).append('\t').append(rows.line()).append('\t');
            batch.copy().append(row).append('\n');
            batch.passed();
        } catch (ProblemException refused) {
            batch.failed(errors(rows, refused));
        }
    }

    private static List<RowError> errors(ImportRows rows, ProblemException refused) {
        if (refused.violations().isEmpty()) {
            return List.of(
                    new RowError(rows.line(), null, null, refused.type().name(), refused.members(), refused.detail()));
        }
        // Parts of one cell can break one rule.
        return refused.violations().stream()
                .map(violation -> error(rows, violation))
                .distinct()
                .toList();
    }

    private static RowError error(ImportRows rows, Violation violation) {
        var column = column(violation.pointer());
        var value = column == null ? null : rows.value(column);
        // A row is a document of one line. Its line is that of the file.
        if (violation.code().equals(ViolationCode.MALFORMED_JSON)
                && violation.parameters().get("position") instanceof Integer position) {
            return new RowError(
                    rows.line(),
                    column,
                    value,
                    violation.code(),
                    Map.of("line", rows.line(), "position", position),
                    column == null ? Text.of("import.row-malformed", position) : violation.detail());
        }
        return new RowError(rows.line(), column, value, violation.code(), violation.parameters(), violation.detail());
    }

    /** {@code /place/municipalities/1} is in column place.municipalities. */
    private static String column(String pointer) {
        return pointer.isEmpty()
                ? null
                : pointer.substring(1).replaceAll("/\\d+$", "").replace('/', '.');
    }
}
