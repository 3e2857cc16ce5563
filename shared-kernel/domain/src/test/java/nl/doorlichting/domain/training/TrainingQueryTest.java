package nl.doorlichting.domain.training;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TrainingQueryTest {
    private static final Set<TrainingDimension> BY_TYPE = Set.of(TrainingDimension.TRAINING_TYPE);

    @ParameterizedTest
    @CsvSource({"TRAINING_TYPE, TRAINING_TYPE", "YEAR, YEAR", "TRAINING_TYPE, YEAR"})
    void evaluationsAreByTypeAndYear(TrainingDimension one, TrainingDimension other) {
        var by = Stream.of(one, other).collect(Collectors.toSet());
        assertTrue(new TrainingQuery("P", null, null, by, "T", null, null, null, null, null).isOfEvaluationCells());
    }

    @ParameterizedTest
    @EnumSource(
            value = TrainingDimension.class,
            names = {"TRAINING_TYPE", "YEAR"},
            mode = EnumSource.Mode.EXCLUDE)
    void rejectsOtherDimensionsOfEvaluations(TrainingDimension dimension) {
        var by = Set.of(TrainingDimension.TRAINING_TYPE, dimension);
        assertFalse(new TrainingQuery(null, null, null, by, null, null, null, null, null, null).isOfEvaluationCells());
    }

    @Test
    void evaluationsAreOfWholeYears() {
        var begin = LocalDate.of(2010, 1, 1);
        assertTrue(TrainingQuery.of("P", begin, begin.plusYears(2)).isOfEvaluationCells());
        assertFalse(TrainingQuery.of("P", begin.plusDays(1), null).isOfEvaluationCells());
        assertFalse(
                TrainingQuery.of("P", begin, begin.plusYears(1).minusDays(1)).isOfEvaluationCells());
    }

    @ParameterizedTest
    @MethodSource("filters")
    void rejectsOtherFiltersOfEvaluations(TrainingQuery query) {
        assertFalse(query.isOfEvaluationCells());
    }

    private static Stream<TrainingQuery> filters() {
        return Stream.of(
                new TrainingQuery(null, null, null, BY_TYPE, null, "GM0988", null, null, null, null),
                new TrainingQuery(null, null, null, BY_TYPE, null, null, "PV31", null, null, null),
                new TrainingQuery(null, null, null, BY_TYPE, null, null, null, TargetGroup.OTHER, null, null),
                new TrainingQuery(null, null, null, BY_TYPE, null, null, null, null, Phenomenon.POLARISATION, null),
                new TrainingQuery(null, null, null, BY_TYPE, null, null, null, null, null, UUID.randomUUID()));
    }
}
