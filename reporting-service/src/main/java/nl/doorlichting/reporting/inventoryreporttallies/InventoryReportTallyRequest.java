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
 * @param roundId id of the round of research (id of /v1/inventory-rounds) that made the reports; absent where the
 *     source counts over the whole programme or does not name the round
 * @param reports number of reports that the source counts, at most projects
 * @param projects number of different projects that these reports are about
 * @param withBaseline number of these projects that were measured before the start, at most projects; absent where the
 *     source does not state it, which is not 0
 * @param withSelfEvaluation number of these projects that evaluated themselves, at most projects; absent where the
 *     source does not state it, which is not 0
 * @param withIndependentEvaluation number of these projects that others evaluated, at most projects; absent where the
 *     source does not state it, which is not 0
 * @param source where the tally is written, in words: the document and its page or line
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
        @Size(min = 1, max = 2000) String note)
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
