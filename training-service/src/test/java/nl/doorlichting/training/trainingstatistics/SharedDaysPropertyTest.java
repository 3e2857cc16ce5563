package nl.doorlichting.training.trainingstatistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.quantity.QuantitySum;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One pass over the periods finds the same overlaps as a comparison of all pairs, in any order. */
class SharedDaysPropertyTest {
    private static final int ROUNDS = 2_000;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void findsSameOverlapsAsComparisonOfAllPairs(long seed) {
        var random = new Random(seed);
        for (var round = 0; round < ROUNDS; round++) {
            var facts = facts(random);
            var found = found(facts);
            assertEquals(anyPairSharesDays(facts), !found.isEmpty(), facts::toString);
            Collections.shuffle(facts, random);
            assertEquals(found, found(facts));
        }
    }

    private static SortedSet<Period> found(List<TrainingFigure> facts) {
        var days = new SharedDays();
        facts.forEach(days::add);
        return days.found();
    }

    private static boolean anyPairSharesDays(List<TrainingFigure> facts) {
        return facts.stream().anyMatch(one -> facts.stream().anyMatch(other -> clash(one, other)));
    }

    private static boolean clash(TrainingFigure one, TrainingFigure other) {
        var contained =
                one.overAllTypes() != other.overAllTypes() && one.period().overlaps(other.period());
        return contained || one.period().partlyOverlaps(other.period());
    }

    private static List<TrainingFigure> facts(Random random) {
        var facts = new ArrayList<TrainingFigure>();
        var number = random.nextInt(6);
        for (var i = 0; i < number; i++) {
            var from = LocalDate.of(2010, 1, 1).plusDays(random.nextInt(20));
            var type = random.nextInt(5) == 0 ? null : "TYPE_" + random.nextInt(2);
            facts.add(TestFacts.heldFigure(
                    type, new Period(from, from.plusDays(1 + random.nextInt(4))), 1, QuantitySum.ZERO));
        }
        return facts;
    }
}
