package nl.doorlichting.domain.figures;

import static nl.doorlichting.domain.figures.Dimension.MUNICIPALITY;
import static nl.doorlichting.domain.figures.Dimension.NOT_STATED;
import static nl.doorlichting.domain.figures.Dimension.PERIOD;
import static nl.doorlichting.domain.figures.Dimension.PROJECT;
import static nl.doorlichting.domain.figures.Dimension.PROVINCE;
import static nl.doorlichting.domain.figures.Dimension.TARGET_GROUP;
import static nl.doorlichting.domain.figures.Dimension.TRACK;
import static nl.doorlichting.domain.figures.Dimension.YEAR;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.doorlichting.domain.figures.Plan.Grain;
import nl.doorlichting.domain.vocabulary.Track;
import org.junit.jupiter.api.Test;

class PlanTest {
    private static final Grain GROUP = new Grain("group", Set.of(TARGET_GROUP), CostClass.FLAT);
    private static final Grain PLACE = new Grain("place", Set.of(MUNICIPALITY, PROVINCE), CostClass.FLAT);
    private static final Grain FIELD = new Grain("field", Set.of(TARGET_GROUP, TRACK), CostClass.WIDE);
    private static final List<Grain> GRAINS = List.of(GROUP, PLACE, FIELD);
    private static final Question QUESTION = Question.of(Structure.REACH);
    private static final Plan RECORDS = new Plan(Optional.empty(), CostClass.ENTRIES);

    @Test
    void selectsFirstGrainThatKeepsRowsAndFilters() {
        assertEquals(from(GROUP), Plan.of(QUESTION.rowsBy(PERIOD, TARGET_GROUP), GRAINS));
        assertEquals(from(GROUP), Plan.of(QUESTION.rowsBy(YEAR), GRAINS));
        assertEquals(from(PLACE), Plan.of(QUESTION.rowsBy(PERIOD).only(PROVINCE, "PV31"), GRAINS));
        assertEquals(from(FIELD), Plan.of(QUESTION.rowsBy(TARGET_GROUP).only(TRACK, Track.LOCAL), GRAINS));
    }

    @Test
    void addsUpRecordsWhereNoGrainKeepsAll() {
        assertEquals(RECORDS, Plan.of(QUESTION.rowsBy(MUNICIPALITY, TRACK), GRAINS));
        assertEquals(RECORDS, Plan.of(QUESTION.rowsBy(PROJECT), GRAINS));
    }

    @Test
    void addsUpRecordsOfEarlierMoment() {
        var then = new Question(
                Structure.REACH,
                null,
                null,
                null,
                Set.of(TARGET_GROUP),
                Map.of(),
                null,
                Instant.parse("2026-01-01T00:00:00Z"));
        assertEquals(RECORDS, Plan.of(then, GRAINS));
    }

    @Test
    void recordsOfProjectAreFew() {
        assertEquals(
                CostClass.FLAT,
                Plan.of(QUESTION.only(PROJECT, UUID.randomUUID()), GRAINS).cost());
        assertEquals(
                CostClass.ENTRIES,
                Plan.of(QUESTION.only(PROJECT, NOT_STATED), GRAINS).cost());
    }

    private static Plan from(Grain grain) {
        return new Plan(Optional.of(grain), grain.cost());
    }
}
