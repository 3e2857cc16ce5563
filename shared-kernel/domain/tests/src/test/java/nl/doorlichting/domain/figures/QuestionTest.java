package nl.doorlichting.domain.figures;

import static nl.doorlichting.domain.figures.Dimension.MUNICIPALITY;
import static nl.doorlichting.domain.figures.Dimension.PHENOMENON;
import static nl.doorlichting.domain.figures.Dimension.PROJECT;
import static nl.doorlichting.domain.figures.Dimension.PROVINCE;
import static nl.doorlichting.domain.figures.Dimension.TARGET_GROUP;
import static nl.doorlichting.domain.figures.Dimension.TRAINING_TYPE;
import static nl.doorlichting.domain.figures.Dimension.YEAR;
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
import org.junit.jupiter.params.provider.MethodSource;

class QuestionTest {
    private static final Question BY_TYPE = Question.of(Structure.TRAINING);
    private static final Set<Dimension> ROWS_OF_EVALUATIONS = Set.of(TRAINING_TYPE, YEAR);

    @ParameterizedTest
    @CsvSource({"TRAINING_TYPE, TRAINING_TYPE", "YEAR, YEAR", "TRAINING_TYPE, YEAR"})
    void evaluationsAreByTypeAndYear(Dimension one, Dimension other) {
        var by = Stream.of(one, other).collect(Collectors.toSet());
        assertTrue(BY_TYPE.rowsBy(by.toArray(Dimension[]::new))
                .only(TRAINING_TYPE, "T")
                .isDisclosed());
    }

    @ParameterizedTest
    @MethodSource("otherDimensions")
    void rejectsOtherDimensionsOfEvaluations(Dimension dimension) {
        assertFalse(BY_TYPE.rowsBy(TRAINING_TYPE, dimension).isDisclosed());
    }

    private static Stream<Dimension> otherDimensions() {
        return Structure.TRAINING.rows().stream().filter(dimension -> !ROWS_OF_EVALUATIONS.contains(dimension));
    }

    @Test
    void evaluationsAreOfWholeYears() {
        var begin = LocalDate.of(2010, 1, 1);
        assertTrue(BY_TYPE.within(begin, begin.plusYears(2)).isDisclosed());
        assertFalse(BY_TYPE.within(begin.plusDays(1), null).isDisclosed());
        assertFalse(BY_TYPE.within(begin, begin.plusYears(1).minusDays(1)).isDisclosed());
    }

    @ParameterizedTest
    @MethodSource("filters")
    void rejectsOtherFiltersOfEvaluations(Question question) {
        assertFalse(question.isDisclosed());
    }

    private static Stream<Question> filters() {
        return Stream.of(
                BY_TYPE.only(MUNICIPALITY, "GM0988"),
                BY_TYPE.only(PROVINCE, "PV31"),
                BY_TYPE.only(TARGET_GROUP, TargetGroup.OTHER),
                BY_TYPE.only(PHENOMENON, Phenomenon.POLARISATION),
                BY_TYPE.only(PROJECT, UUID.randomUUID()));
    }

    @Test
    void evaluationsOfActivitiesAreInTotalWithoutFilter() {
        var question = Question.of(Structure.EFFECTS).rowsBy(MUNICIPALITY);
        assertTrue(question.isDisclosed());
        assertFalse(question.only(MUNICIPALITY, "GM0988").isDisclosed());
        assertFalse(question.onMapOf(LocalDate.of(2011, 1, 1)).isDisclosed());
    }
}
