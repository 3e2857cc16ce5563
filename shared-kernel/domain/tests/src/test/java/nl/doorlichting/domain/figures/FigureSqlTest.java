package nl.doorlichting.domain.figures;

import static nl.doorlichting.domain.figures.Dimension.ACTION_LINE;
import static nl.doorlichting.domain.figures.Dimension.FUNDING_INSTRUMENT;
import static nl.doorlichting.domain.figures.Dimension.INTENSITY;
import static nl.doorlichting.domain.figures.Dimension.INTERVENTION_TYPE;
import static nl.doorlichting.domain.figures.Dimension.MUNICIPALITY;
import static nl.doorlichting.domain.figures.Dimension.ORGANISATION;
import static nl.doorlichting.domain.figures.Dimension.PHENOMENON;
import static nl.doorlichting.domain.figures.Dimension.PROJECT;
import static nl.doorlichting.domain.figures.Dimension.ROUND;
import static nl.doorlichting.domain.figures.Dimension.TARGET_GROUP;
import static nl.doorlichting.domain.figures.Dimension.TRACK;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.domain.figures.FigureSql.Column;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.domain.vocabulary.Track;
import org.junit.jupiter.api.Test;

class FigureSqlTest {
    private static final FigureSql SQL = new FigureSql(
            Structure.REACH,
            Map.of(
                    TARGET_GROUP, Column.one("e.target_group"),
                    TRACK, Column.array("e.tracks"),
                    ACTION_LINE, Column.joined("e.lines"),
                    FUNDING_INSTRUMENT, Column.none(),
                    INTERVENTION_TYPE, Column.none(),
                    PHENOMENON, Column.none(),
                    INTENSITY, Column.none(),
                    ROUND, Column.none(),
                    PROJECT, Column.id("e.project_id"),
                    ORGANISATION, Column.none()),
            Column.array("e.place_municipalities"));

    @Test
    void addsUpSumsByWhatQuestionLooksAt() {
        var columns = Stream.of(
                        TARGET_GROUP,
                        TRACK,
                        ACTION_LINE,
                        FUNDING_INSTRUMENT,
                        INTERVENTION_TYPE,
                        PHENOMENON,
                        INTENSITY,
                        ROUND,
                        PROJECT,
                        ORGANISATION)
                .collect(
                        Collectors.toMap(dimension -> dimension, dimension -> Column.one("e." + dimension.jsonName())));
        var sql =
                new ReachSql(columns).addedUp(Question.of(Structure.REACH).rowsBy(TRACK, INTENSITY), "sums", List.of());
        var kept = "e.programme, e.period_from, e.period_until, e.track, e.intensity";
        assertTrue(sql.startsWith("(select " + kept + ", cast(sum("), sql);
        assertTrue(sql.endsWith(" from sums e group by " + kept + ")"), sql);
    }

    @Test
    void selectsOnlyWhatQuestionLooksAt() {
        var question =
                Question.of(Structure.REACH).rowsBy(TARGET_GROUP, PROJECT).only(TRACK, Track.LOCAL);
        var none = "cast(null as text)";

        assertEquals(
                String.join(
                        ", ",
                        none,
                        "e.target_group",
                        "array_to_string(e.tracks, ',')",
                        none,
                        none,
                        none,
                        none,
                        none,
                        "cast(e.project_id as text)",
                        none,
                        none),
                SQL.select(question));
        assertEquals("1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12", SQL.groups(1));
    }

    /** So that an index finds what states them. */
    @Test
    void narrowsWhatIsAlwaysStatedToWantedValuesAlone() {
        var columns = new EnumMap<Dimension, Column>(Dimension.class);
        Structure.REACH.stated().forEach(dimension -> columns.put(dimension, Column.none()));
        columns.put(TARGET_GROUP, Column.stated("e.target_group"));
        var sql = new FigureSql(Structure.REACH, columns, Column.none());

        assertEquals(
                " where e.target_group = any(cast(:target_group as text[]))",
                sql.where(
                                Question.of(Structure.REACH).only(TARGET_GROUP, TargetGroup.OTHER),
                                MunicipalityRegister.builtIn())
                        .clause());
    }

    @Test
    void narrowsToWantedValues() {
        var question = Question.of(Structure.REACH)
                .only(TARGET_GROUP, TargetGroup.OTHER)
                .only(TRACK, Track.LOCAL, Dimension.NOT_STATED)
                .only(MUNICIPALITY, "GM0988");
        var where = SQL.where(question, MunicipalityRegister.builtIn());

        assertEquals(
                " where (e.target_group = any(cast(:target_group as text[])) or e.target_group is null)"
                        + " and (e.tracks && cast(:track as text[]) or coalesce(cardinality(e.tracks), 0) = 0)"
                        + " and (e.place_municipalities && cast(:municipalities as text[])"
                        + " or coalesce(cardinality(e.place_municipalities), 0) = 0)",
                where.clause());
        assertArrayEquals(new String[] {"LOCAL"}, (String[]) where.parameters().get("track"));
        assertArrayEquals(new String[] {"GM0988"}, (String[]) where.parameters().get("municipalities"));
    }

    @Test
    void readsSetsOfRow() {
        var question =
                Question.of(Structure.REACH).rowsBy(TARGET_GROUP, MUNICIPALITY).only(TRACK, Track.LOCAL);
        var fact = SQL.fact(
                question,
                new Object[] {null, null, "LOCAL,NATIONAL", null, null, null, null, null, null, null, "GM0988,GM1507"},
                3,
                "sum");

        assertEquals(Map.of(TARGET_GROUP, Set.of(), TRACK, Set.of(Track.LOCAL, Track.NATIONAL)), fact.stated());
        assertEquals(Set.of("GM0988", "GM1507"), fact.municipalities());
        assertEquals(3, fact.records());
    }

    @Test
    void rejectsStructureWithoutColumn() {
        var columns = Map.of(TRACK, Column.one("e.track"));
        assertThrows(
                IllegalArgumentException.class,
                () -> new FigureSql(Structure.REACH, columns, Column.array("e.place_municipalities")));
    }
}
