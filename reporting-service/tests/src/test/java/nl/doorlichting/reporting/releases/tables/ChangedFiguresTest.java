package nl.doorlichting.reporting.releases.tables;

import static nl.doorlichting.domain.releases.ChangeReason.CORRECTION;
import static nl.doorlichting.domain.releases.ChangeReason.NEW;
import static nl.doorlichting.domain.releases.ChangeReason.RECLASSIFIED;
import static nl.doorlichting.domain.releases.ChangeReason.WITHDRAWN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.doorlichting.api.figures.TrainingChanges;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.reporting.effectstatistics.EffectStatisticsService;
import org.junit.jupiter.api.Test;

class ChangedFiguresTest {
    private static final boolean BEFORE = false;
    private static final boolean SINCE = true;
    private static final String PROJECT = "01938f5a-0000-7000-8000-0000000000aa";

    @Test
    void givesNewFigureInItsCells() {
        var changed = inventories(List.<Object[]>of(version("a", SINCE, "LOCAL", "GM0988")));
        assertEquals(Optional.of(NEW), changed.reasonFor(Map.of("source", "INVENTORY", "track", "LOCAL")));
        assertEquals(
                Optional.of(NEW),
                changed.reasonFor(Map.of("source", "INVENTORY", "period", "2010", "municipality", "GM0988")));
        assertEquals(Optional.empty(), changed.reasonFor(Map.of("source", "INVENTORY", "track", "NATIONAL")));
        assertEquals(Optional.empty(), changed.reasonFor(Map.of("source", "INVENTORY", "period", "2009")));
    }

    @Test
    void givesFigureInItsProvinceOnly() {
        var changed = inventories(List.<Object[]>of(version("a", SINCE, "LOCAL", "GM0988")));
        assertEquals(Optional.of(NEW), changed.reasonFor(Map.of("source", "INVENTORY", "province", "PV31")));
        assertEquals(Optional.empty(), changed.reasonFor(Map.of("source", "INVENTORY", "province", "PV20")));
    }

    @Test
    void givesFigureInItsProjectOnly() {
        var changed = inventories(List.<Object[]>of(version("a", SINCE, "LOCAL", null)));
        var other = PROJECT.replace("aa", "bb");
        assertEquals(Optional.of(NEW), changed.reasonFor(Map.of("source", "INVENTORY", "projectId", PROJECT)));
        assertEquals(Optional.empty(), changed.reasonFor(Map.of("source", "INVENTORY", "projectId", other)));
    }

    @Test
    void givesCorrectedFigureInItsCells() {
        var changed = inventories(List.of(version("a", BEFORE, "LOCAL", null), version("a", SINCE, "LOCAL", null)));
        assertEquals(
                Optional.of(CORRECTION),
                changed.reasonFor(Map.of("source", "INVENTORY", "track", "LOCAL", "year", "2010")));
    }

    @Test
    void givesMovedFigureInItsOldAndNewCell() {
        var changed = inventories(List.of(version("a", BEFORE, "LOCAL", null), version("a", SINCE, "NATIONAL", null)));
        assertEquals(Optional.of(RECLASSIFIED), changed.reasonFor(Map.of("source", "INVENTORY", "track", "LOCAL")));
        assertEquals(Optional.of(RECLASSIFIED), changed.reasonFor(Map.of("source", "INVENTORY", "track", "NATIONAL")));
    }

    @Test
    void givesWithdrawnFigureInCellsWhereItStood() {
        var withdrawal = version("a", SINCE, "LOCAL", null);
        withdrawal[11] = true;
        var changed = inventories(List.of(version("a", BEFORE, "LOCAL", null), withdrawal));
        assertEquals(Optional.of(WITHDRAWN), changed.reasonFor(Map.of("source", "INVENTORY", "track", "LOCAL")));
        var never = inventories(List.of(version("a", SINCE, "LOCAL", null), withdrawal));
        assertEquals(Optional.empty(), never.reasonFor(Map.of("source", "INVENTORY", "track", "LOCAL")));
    }

    @Test
    void givesMostTellingOfSeveralReasons() {
        var changed = inventories(List.of(
                version("a", SINCE, "LOCAL", null),
                version("b", BEFORE, "LOCAL", null),
                version("b", SINCE, "LOCAL", null)));
        assertEquals(Optional.of(CORRECTION), changed.reasonFor(Map.of("source", "INVENTORY", "track", "LOCAL")));
    }

    @Test
    void countsFigureWithoutPlaceInRowOfNone() {
        var changed = inventories(List.<Object[]>of(version("a", SINCE, "LOCAL", null)));
        var none = new HashMap<String, String>();
        none.put("source", "INVENTORY");
        none.put("municipality", null);
        assertEquals(Optional.of(NEW), changed.reasonFor(none));
    }

    @Test
    void givesReasonsOfTrainingsInTheirOwnCellsOnly() {
        var changed = new ChangedFigures(MunicipalityRegister.builtIn())
                .withTrainings(new TrainingChanges(
                        List.of(new TrainingChanges.Change(
                                WITHDRAWN,
                                new Period(LocalDate.of(2010, 5, 1), LocalDate.of(2010, 5, 2)),
                                List.of("GM0988"),
                                "LIAISON",
                                TargetGroup.OTHER,
                                null,
                                ActionLine.PREVENTION,
                                null)),
                        "t-1"));
        assertEquals(
                Optional.of(WITHDRAWN), changed.reasonFor(Map.of("source", "TRAINING", "trainingType", "LIAISON")));
        assertEquals(Optional.empty(), changed.reasonFor(Map.of("source", "TRAINING", "trainingType", "OTHER")));
        assertEquals(
                Optional.of(WITHDRAWN), changed.reasonOfOthers(Map.of("source", "TRAINING", "trainingType", "OTHER")));
        assertEquals(Optional.empty(), changed.reasonFor(Map.of("source", "INVENTORY", "year", "2010")));
        assertEquals(Optional.empty(), changed.reasonOfOthers(Map.of("source", "INVENTORY", "year", "2010")));
        // A row of effects has the ratings of trainings too.
        assertEquals(Optional.of(WITHDRAWN), changed.reasonFor(Map.of("part", "ROW", "actionLine", "PREVENTION")));
    }

    @Test
    void givesReasonsOfEffectsInTheirCells() {
        var changed = new ChangedFigures(MunicipalityRegister.builtIn())
                .withEffects(List.of(new EffectStatisticsService.Changed(
                        NEW, Map.of(Dimension.ACTION_LINE, Set.of(ActionLine.PREVENTION)))));
        assertEquals(Optional.of(NEW), changed.reasonFor(Map.of("part", "ROW", "actionLine", "PREVENTION")));
        assertEquals(Optional.empty(), changed.reasonFor(Map.of("part", "ROW", "actionLine", "REPRESSION")));
        assertEquals(Optional.empty(), changed.reasonFor(Map.of("source", "TRAINING", "actionLine", "PREVENTION")));
    }

    private static ChangedFigures inventories(List<Object[]> rows) {
        return new ChangedFigures(MunicipalityRegister.builtIn()).withInventories(rows);
    }

    private static Object[] version(String figure, boolean since, String track, String municipality) {
        return new Object[] {
            figure,
            since,
            LocalDate.of(2010, 1, 1),
            LocalDate.of(2011, 1, 1),
            "OTHER",
            track,
            null,
            null,
            null,
            "",
            municipality,
            false,
            PROJECT
        };
    }
}
