package nl.doorlichting.reporting.releases.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import nl.doorlichting.domain.claims.Claim;
import nl.doorlichting.domain.claims.ClaimComparison;
import nl.doorlichting.domain.claims.ClaimEvaluation;
import nl.doorlichting.domain.claims.ClaimFigure;
import nl.doorlichting.domain.claims.ClaimOutcome;
import nl.doorlichting.domain.claims.ClaimRelation;
import nl.doorlichting.domain.claims.ClaimReport;
import nl.doorlichting.domain.claims.ClaimUnit;
import nl.doorlichting.domain.claims.FigureDays;
import nl.doorlichting.domain.claims.ReportMeasure;
import nl.doorlichting.domain.claims.UndecidedReason;
import nl.doorlichting.domain.figures.ReachSource;
import nl.doorlichting.reporting.claims.ClaimRequest;
import nl.doorlichting.reporting.claims.ClaimResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReleasedClaimsTest {
    private static final String ROUNDED = "{\"best\":%d,\"lowest\":null,\"highest\":null,\"disclosure\":\"ROUNDED_5\"}";
    private static final String SMALL = "{\"best\":null,\"lowest\":1,\"highest\":4,\"disclosure\":\"SMALL\"}";

    /** Whatever a rounded count stands for, the verdict of the release is that of the count, or none. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void verdictFromRoundedCountHoldsForEachCountBehindIt(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            var count = 5 + random.nextInt(100);
            var down = count / 5 * 5;
            var shown = count % 5 == 0 || random.nextBoolean() ? down : down + 5;
            var relation = ClaimRelation.values()[random.nextInt(ClaimRelation.values().length)];
            var stated = Math.max(1, count + random.nextInt(21) - 10);
            var tolerance = random.nextInt(12);
            var found = evaluate(ROUNDED.formatted(shown), relation, stated, tolerance);
            if (found.outcome() != ClaimOutcome.UNDECIDED) {
                var counted = new Claim(
                                ClaimComparison.VALUE,
                                relation,
                                BigDecimal.valueOf(stated),
                                BigDecimal.valueOf(tolerance),
                                ClaimUnit.PARTICIPATIONS,
                                null)
                        .evaluate(ClaimFigure.exact(count, FigureDays.ALL), null);
                assertEquals(
                        counted.outcome(),
                        found.outcome(),
                        count + " shown as " + shown + ": " + relation + " " + stated + " ± " + tolerance);
            }
        }
    }

    @Test
    void hiddenCountDecidesNothing() {
        for (var relation : ClaimRelation.values()) {
            for (int stated = 1; stated < 8; stated++) {
                var found = evaluate(SMALL, relation, stated, 0);
                assertEquals(ClaimOutcome.UNDECIDED, found.outcome());
                assertEquals(UndecidedReason.KINDS, found.undecided());
            }
        }
    }

    @Test
    void figureThatReleaseDoesNotHaveIsNone() {
        var figures =
                new ReleasedClaims(List.of(table(SMALL)), FundingFigures.Budget.NONE, Map.of(), new ObjectMapper());
        var filtered = reference(List.of(new ClaimRequest.Field("province", "PV20")), List.of());
        var byMore = reference(
                List.of(),
                List.of(new ClaimRequest.Field("trainingType", "OTHER"), new ClaimRequest.Field("period", "2010")));
        for (var reference : List.of(filtered, byMore)) {
            assertEquals(
                    UndecidedReason.NO_FIGURE,
                    figures.evaluate(claim(ClaimRelation.EQUAL, 3, 0, reference))
                            .undecided());
        }
    }

    private static ClaimEvaluation evaluate(String shown, ClaimRelation relation, int stated, int tolerance) {
        return new ReleasedClaims(List.of(table(shown)), FundingFigures.Budget.NONE, Map.of(), new ObjectMapper())
                .evaluate(claim(relation, stated, tolerance, reference(List.of(), List.of())));
    }

    private static FinishedTable table(String participants) {
        var set = DimensionSet.TRAINING_BY_TRAINING_TYPE;
        var key = FinishedTable.key(FinishedTable.Part.TOTAL, ReachSource.TRAINING, Map.<String, String>of());
        var line = FinishedTable.prefix(set.jsonName(), FinishedTable.Part.TOTAL) + "\"participants\":" + participants
                + "}";
        return new FinishedTable(set, "{}", false, List.of(new FinishedTable.Cell(key, line)));
    }

    private static ClaimResponse.Reference reference(List<ClaimRequest.Field> filters, List<ClaimRequest.Field> row) {
        return new ClaimResponse.Reference(ClaimReport.TRAINING, filters, row, ReportMeasure.PARTICIPANTS);
    }

    private static ClaimResponse claim(
            ClaimRelation relation, int stated, int tolerance, ClaimResponse.Reference reference) {
        return new ClaimResponse(
                UUID.randomUUID(),
                "P",
                "C",
                "So many.",
                ClaimComparison.VALUE,
                relation,
                BigDecimal.valueOf(stated),
                BigDecimal.valueOf(tolerance),
                ClaimUnit.PARTICIPATIONS,
                null,
                reference,
                null,
                "nl",
                "a test",
                null,
                true,
                false,
                false,
                null,
                null,
                1,
                Instant.EPOCH,
                "recorder",
                "\"1\"",
                List.of());
    }
}
