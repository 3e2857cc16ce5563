package nl.doorlichting.reporting.inventoryreporttallies;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import nl.doorlichting.platform.json.HasCrossFieldRules;
import nl.doorlichting.platform.json.NaturalId;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;

/**
 * How many reports on how many projects there are, where a source gives no more than the numbers; a field that is
 * absent is not stated, which is not none.
 *
 * @param roundId id of the round of research; absent for a programme as a whole
 * @param reports number of reports
 * @param projects number of projects that they are about
 * @param withBaseline number of the projects that were measured before the start; not stated if absent
 * @param withSelfEvaluation number of the projects that evaluated themselves; not stated if absent
 * @param withIndependentEvaluation number of the projects that others evaluated; not stated if absent
 * @param source where this is written, in words: the document and its page or line
 * @param reference name that the caller gives the record, unique in its programme, as in weert/2010-1
 */
public record InventoryReportTallyRequest(
        @NotBlank @Size(max = 40) String programme,
        UUID roundId,
        @NotNull @PositiveOrZero Integer reports,
        @NotNull @PositiveOrZero Integer projects,
        @PositiveOrZero Integer withBaseline,
        @PositiveOrZero Integer withSelfEvaluation,
        @PositiveOrZero Integer withIndependentEvaluation,
        @NotBlank @Size(max = 500) String source,
        @Size(min = 1, max = 200) @NaturalId String reference,
        @Size(max = 2000) String note)
        implements HasCrossFieldRules {

    @Override
    public List<Violation> crossViolations() {
        return Stream.of(
                        tooMany("reports", reports),
                        tooMany("withBaseline", withBaseline),
                        tooMany("withSelfEvaluation", withSelfEvaluation),
                        tooMany("withIndependentEvaluation", withIndependentEvaluation))
                .filter(Objects::nonNull)
                .toList();
    }

    private Violation tooMany(String field, Integer number) {
        return number == null || projects == null || number <= projects
                ? null
                : Violation.body(
                        "/" + field,
                        ViolationCode.OUT_OF_RANGE,
                        Map.of("maximum", projects),
                        Text.of("report-tally.more-than-projects"));
    }
}
