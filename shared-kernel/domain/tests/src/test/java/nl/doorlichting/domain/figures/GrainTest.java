package nl.doorlichting.domain.figures;

import static nl.doorlichting.domain.figures.Dimension.MUNICIPALITY;
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
import nl.doorlichting.domain.vocabulary.Track;
import org.junit.jupiter.api.Test;

class GrainTest {
    private static final Grain GROUP = new Grain("group", Set.of(TARGET_GROUP));
    private static final Grain PLACE = new Grain("place", Set.of(MUNICIPALITY, PROVINCE));
    private static final Grain FIELD = new Grain("field", Set.of(TARGET_GROUP, TRACK));
    private static final List<Grain> GRAINS = List.of(GROUP, PLACE, FIELD);
    private static final Question QUESTION = Question.of(Structure.REACH);

    @Test
    void selectsFirstGrainThatKeepsRowsAndFilters() {
        assertEquals(Optional.of(GROUP), Grain.of(QUESTION.rowsBy(PERIOD, TARGET_GROUP), GRAINS));
        assertEquals(Optional.of(GROUP), Grain.of(QUESTION.rowsBy(YEAR), GRAINS));
        assertEquals(Optional.of(PLACE), Grain.of(QUESTION.rowsBy(PERIOD).only(PROVINCE, "PV31"), GRAINS));
        assertEquals(Optional.of(FIELD), Grain.of(QUESTION.rowsBy(TARGET_GROUP).only(TRACK, Track.LOCAL), GRAINS));
    }

    @Test
    void addsUpRecordsWhereNoGrainKeepsAll() {
        assertEquals(Optional.empty(), Grain.of(QUESTION.rowsBy(MUNICIPALITY, TRACK), GRAINS));
        assertEquals(Optional.empty(), Grain.of(QUESTION.rowsBy(PROJECT), GRAINS));
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
        assertEquals(Optional.empty(), Grain.of(then, GRAINS));
    }
}
