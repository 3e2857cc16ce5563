package nl.doorlichting.reporting.reachstatistics;

import static nl.doorlichting.domain.figures.Dimension.ACTION_LINE;
import static nl.doorlichting.domain.figures.Dimension.TRACK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.figures.Structure;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.platform.testing.databases.TestDatabase;
import org.junit.jupiter.api.Test;

/** Every read adds the tail, so it must not look at the observations that are in the sums. */
class ReachTailPlanTest {
    private static final int FIGURES = 20_000;

    @Test
    void readsTailByIndex() throws SQLException {
        var plan = plan(
                "reach_tail", "select sum(e.sign * e.records) from " + ReachFacts.TAIL + " where e.programme = 'P1'");
        assertTrue(plan.contains("on ix_reach_observation_x"), plan);
        assertReadsNeitherAllNorProgramme(plan);
    }

    /** Nor may looking for the few that declare overlaps. */
    @Test
    void readsDeclaredOverlapsByTheirIndex() throws SQLException {
        var plan = plan(
                "reach_overlaps",
                "select * from " + ReachFacts.FEW_DECLARING
                        + " where e.programme = 'P1' and e.period_from < '2012-01-01'");
        // A third of all would be expected of the expression alone, and of some millions that is the whole table.
        assertTrue(
                Pattern.compile("using ix_reach_observation_overlaps_with[^\n]* rows=[0-9]{1,2} ")
                        .matcher(plan)
                        .find(),
                plan);
        assertReadsNeitherAllNorProgramme(plan);
    }

    /** Nor may taking those out of the sums, which is planned once for all programmes and days. */
    @Test
    void readsObservationsThatOverlapByTheirIds() throws SQLException {
        var plan = plan(
                "reach_apart",
                "select * from " + ReachFacts.COUNTED_OVERLAPPING.replace(":overlapping", "$1")
                        + " where e.programme = $2 and e.period_from >= $3 and e.period_until <= $4"
                        + " and e.period_from < $4 and e.period_until > $3",
                "uuid[], text, date, date",
                "'{}', 'P1', '2009-01-01', '2012-01-01'");
        assertTrue(plan.contains("pk_reach_observation"), plan);
        assertReadsNeitherAllNorProgramme(plan);
    }

    /** Nor what came since some programmes were packed. */
    @Test
    void readsWhatCameSincePackingByIndex() throws SQLException {
        var plan = plan(
                "reach_since_packed",
                PackedReach.NUMBER_SINCE.formatted(10).replace(":programmes", "$1"),
                "text[]",
                "'{P1,P2}'");
        assertTrue(plan.contains("on ix_reach_observation_x"), plan);
        assertReadsNeitherAllNorProgramme(plan);
    }

    /** Which programmes are not packed: it looks at one observation of each. */
    @Test
    void findsOtherProgrammesByIndex() throws SQLException {
        var plan = plan("reach_others", ReachFacts.OTHERS.replace(":packed", "$1"), "text[]", "'{P1,P2}'");
        assertTrue(plan.contains("Index Only Scan using ix_reach_observation_programme_period"), plan);
        assertFalse(plan.contains("Seq Scan on reach_observation"), plan);
    }

    /** Nor the job that looks whether there is a tail to fold. */
    @Test
    void looksForTailByIndex() throws SQLException {
        var plan = plan("reach_has_tail", ReachSums.SUMS.hasTail());
        assertTrue(plan.contains("on ix_reach_observation_x"), plan);
        assertFalse(plan.contains("Seq Scan on reach_observation"), plan);
    }

    /** An index finds a value, or none, but not one of both. */
    @Test
    void readsWhatStatesTrackApartFromWhatStatesNone() {
        var question = Question.of(Structure.REACH).only(TRACK, Track.LOCAL).only(ACTION_LINE, ActionLine.PREVENTION);
        var track = " and e.track = any(cast(:track as text[]))";
        var line = " and e.action_line = any(cast(:action_line as text[]))";
        assertEquals(
                Stream.of(
                                track + line,
                                track + " and e.action_line is null",
                                " and e.track is null" + line,
                                " and e.track is null and e.action_line is null")
                        .map(conditions -> "reach_by_action_line e where true" + conditions)
                        .toList(),
                ReachFacts.parts(question, "reach_by_action_line"));
        assertEquals(List.of("reach_by_group e where true"), ReachFacts.parts(question, "reach_by_group"));
    }

    private static void assertReadsNeitherAllNorProgramme(String plan) {
        assertFalse(plan.contains("Seq Scan on reach_observation"), plan);
        assertFalse(plan.contains("ix_reach_observation_programme"), plan);
    }

    private static String plan(String name, String query) throws SQLException {
        return plan(name, query, null, null);
    }

    /** The plan of a query whose parameters have these types, for all their values. */
    private static String plan(String name, String query, String types, String values) throws SQLException {
        var database = TestDatabase.create(name);
        database.migrate("latest");
        var plan = new StringJoiner("\n");
        try (var connection = database.asOwner();
                var statement = connection.createStatement()) {
            statement.execute("insert into reach_observation (observation_id, version, recorded_at, recorded_by, tally,"
                    + " programme, period_from, period_until, target_group, quantity_kind, quantity_value, place_scope,"
                    + " place_municipalities, source) select gen_random_uuid(), 1, now(), 'x', false, 'P' || n % 20,"
                    + " '2010-01-01', '2011-01-01', 'OTHER', 'EXACT', 1, 'UNSPECIFIED', '{}', 's'"
                    + " from generate_series(1, " + FIGURES + ") n");
            // All of one transaction, which statistics take for a frequent value.
            statement.execute("analyze reach_observation");
            var asked = query;
            if (types != null) {
                statement.execute("set plan_cache_mode = 'force_generic_plan'");
                statement.execute("prepare asked (" + types + ") as " + query);
                asked = "execute asked(" + values + ")";
            }
            try (var lines = statement.executeQuery("explain " + asked)) {
                while (lines.next()) {
                    plan.add(lines.getString(1));
                }
            }
        }
        return plan.toString();
    }
}
