package nl.doorlichting.training.evaluations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import nl.doorlichting.domain.disclosure.Disclosure;
import nl.doorlichting.training.evaluations.EvaluationSums.Agreement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random sessions, types and years, with answers one by one, while sessions close and are corrected. The attacker reads
 * every figure after every event, and adds and subtracts them.
 */
class SteppedSumsTest {
    private static final int ANSWERS = 62;
    private static final int SESSIONS = 9;

    private record Cell(int type, int year) {}

    private static final class Session {
        private Cell cell;
        private boolean closed;
        private SteppedSums sums = SteppedSums.NONE;

        private Session(Cell cell) {
            this.cell = cell;
        }
    }

    private final List<Session> sessions = new ArrayList<>();
    private final Map<Cell, SteppedSums> remainders = new HashMap<>();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void noSumOfFewerThanFiveAnswersIsDerivable(long seed) {
        var ratings = new LinearAttack();
        var agreements = new LinearAttack();
        happen(new Random(seed), () -> {
            shown().forEach(sums -> ratings.learn(sums.ratings()));
            shown().forEach(sums -> agreements.learn(sums.knowledgeGained().yes()));
        });
        assertTrue(ratings.known() > 3, "hardly anything was shown");
        assertEquals(Optional.empty(), ratings.fewerThan(Disclosure.FEWEST));
        assertEquals(Optional.empty(), agreements.fewerThan(Disclosure.FEWEST));
    }

    /** The attack works: it finds single answers if sums change with each answer, also if they are shown from five on. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void sumsWithoutStepsRevealSingleAnswers(long seed) {
        var attack = new LinearAttack();
        happen(
                new Random(seed),
                () -> figures(session -> session.sums.received(), cell -> EvaluationSums.NONE)
                        .forEach(sums -> attack.learn(sums.enough() ? sums.ratings() : 0)));
        assertTrue(attack.fewerThan(2).isPresent());
    }

    /** Without steps also at one moment, and by type and year only: a large session and a small one in one cell. */
    @Test
    void sumsWithSmallSessionRevealItsAnswers() {
        var attack = new LinearAttack();
        attack.learn(0b00111111);
        attack.learn(0b11111111);
        assertEquals(Optional.of(0b11000000L), attack.fewerThan(Disclosure.FEWEST));
    }

    @Test
    void countsLeftOverAnswersFromFive() {
        var small = new SteppedSums(EvaluationSums.NONE, EvaluationSums.NONE);
        for (var rating : List.of(8, 6, 7)) {
            small = small.plus(answer(rating, null));
        }
        assertEquals(0, small.shown().answers());
        var remainder = SteppedSums.NONE.plus(small.leftOver());
        assertEquals(0, remainder.shown().answers());
        remainder = remainder.plus(small.leftOver());
        assertEquals(6, remainder.shown().answers());
        assertEquals(42, remainder.shown().ratings());
    }

    @Test
    void questionWithFewAnswersHasOwnSteps() {
        var sums = SteppedSums.NONE;
        for (var i = 0; i < 9; i++) {
            sums = sums.plus(answer(7, i < 2 ? null : true));
        }
        assertEquals(5, sums.shown().answers());
        assertEquals(new Agreement(5, 5), sums.shown().knowledgeGained());
        assertEquals(4, sums.leftOver().answers());
        assertEquals(new Agreement(2, 2), sums.leftOver().knowledgeGained());
    }

    private void happen(Random random, Runnable look) {
        for (var i = 0; i < SESSIONS; i++) {
            sessions.add(new Session(cell(random)));
        }
        for (var answer = 0; answer < ANSWERS; answer++) {
            var session = sessions.get(random.nextInt(SESSIONS));
            var bit = 1L << answer;
            count(
                    session,
                    new EvaluationSums(
                            0,
                            1,
                            bit,
                            0,
                            random.nextBoolean() ? new Agreement(1, bit) : Agreement.NONE,
                            Agreement.NONE,
                            Agreement.NONE));
            look.run();
            if (random.nextInt(6) == 0) {
                close(sessions.get(random.nextInt(SESSIONS)));
                look.run();
            }
            if (random.nextInt(6) == 0) {
                sessions.get(random.nextInt(SESSIONS)).cell = cell(random);
                look.run();
            }
        }
    }

    private void count(Session session, EvaluationSums answer) {
        if (!session.closed) {
            session.sums = session.sums.plus(answer);
            return;
        }
        session.sums = session.sums.closedPlus(answer);
        leaveOver(session.cell, answer);
    }

    private void close(Session session) {
        if (!session.closed) {
            session.closed = true;
            leaveOver(session.cell, session.sums.leftOver());
        }
    }

    private void leaveOver(Cell cell, EvaluationSums left) {
        remainders.put(cell, remainders.getOrDefault(cell, SteppedSums.NONE).plus(left));
    }

    private List<EvaluationSums> shown() {
        return figures(
                session -> session.sums.shown(),
                cell -> remainders.getOrDefault(cell, SteppedSums.NONE).shown());
    }

    /** Figures by session, by type and year, by type, by year, and in total. */
    private List<EvaluationSums> figures(
            Function<Session, EvaluationSums> ofSession, Function<Cell, EvaluationSums> ofRemainder) {
        var figures = new ArrayList<EvaluationSums>();
        sessions.forEach(session -> figures.add(ofSession.apply(session)));
        for (var type = 0; type < 2; type++) {
            for (var year = 0; year < 2; year++) {
                var one = new Cell(type, year);
                figures.add(over(one::equals, ofSession, ofRemainder));
                figures.add(over(cell -> cell.type() == one.type(), ofSession, ofRemainder));
                figures.add(over(cell -> cell.year() == one.year(), ofSession, ofRemainder));
            }
        }
        figures.add(over(cell -> true, ofSession, ofRemainder));
        return figures;
    }

    private EvaluationSums over(
            Predicate<Cell> wanted,
            Function<Session, EvaluationSums> ofSession,
            Function<Cell, EvaluationSums> ofRemainder) {
        var ofSessions = sessions.stream()
                .filter(session -> wanted.test(session.cell))
                .map(ofSession)
                .reduce(EvaluationSums.NONE, EvaluationSums::plus);
        return remainders.keySet().stream().filter(wanted).map(ofRemainder).reduce(ofSessions, EvaluationSums::plus);
    }

    private static EvaluationSums answer(int rating, Boolean knowledgeGained) {
        return new EvaluationSums(
                0, 1, rating, (long) rating * rating, Agreement.of(knowledgeGained), Agreement.NONE, Agreement.NONE);
    }

    private static Cell cell(Random random) {
        return new Cell(random.nextInt(2), random.nextInt(2));
    }
}
