package nl.doorlichting.api.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.Structure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CostClassTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "programme=P",
                "by=period,targetGroup&track=LOCAL",
                "by=municipality&from=2010-01-01&targetGroup=OTHER",
                "by=year%2Cprovince",
                "by=period&municipality=GM0344",
                "projectId=01a229d3-0d76-72f0-b841-810bd5b1b55b",
                "by=unknown,track,actionLine",
                "%6dunicipality=GM0344&by=targetGroup"
            })
    void everydayQuestionsAreReadFromSumsOrByIndex(String question) {
        assertEquals(CostClass.EVERYDAY, CostClass.of("/v1/reports/reach", question));
        assertEquals(CostClass.EVERYDAY, CostClass.of("/v1/reach-statistics", question));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "asOf=2026-01-01T00:00:00Z",
                "%61sOf=2026-01-01T00:00:00Z",
                "by=track,actionLine%2Cintensity",
                "by=projectId",
                "by=organisationId",
                "organisationId=1",
                "municipality=GM0344&track=LOCAL",
                "by=track,province",
                "by=period,province",
                "by=municipality,period&programme=P"
            })
    void wideQuestionsAreReadFromRecords(String question) {
        assertEquals(CostClass.WIDE, CostClass.of("/v1/reports/reach", question));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "by=track,province",
                "municipality=GM0344&track=LOCAL",
                "by=year,municipality%2Ctrack",
                "by=province,roundId"
            })
    void placesWithOtherFieldsAreReadFromRecords(String question) {
        assertTrue(CostClass.asksPlacesWithOthers("/v1/reach-statistics", question));
        assertFalse(CostClass.asksPlacesWithOthers("/v1/budget-statistics", question));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "by=track,phenomenon,intensity",
                "by=municipality,targetGroup,year&from=2010-01-01",
                "by=projectId"
            })
    void othersAreNotOfPlacesWithOtherFields(String question) {
        assertFalse(CostClass.asksPlacesWithOthers("/v1/reach-statistics", question));
    }

    /** The gateway leaves the usual rows out, and asks the services for them. */
    @ParameterizedTest
    @EnumSource(value = Structure.class, names = "ADVICE", mode = EnumSource.Mode.EXCLUDE)
    void usualRowsMakeNoDifference(Structure structure) {
        var name = structure == Structure.EFFECTS ? "effect" : structure.name().toLowerCase(Locale.ROOT);
        var by = "&by=" + structure.usual().stream().map(Dimension::jsonName).collect(Collectors.joining(","));
        for (var filter : structure.filters()) {
            var question = filter.jsonName() + "=x";
            var report = "/v1/reports/" + (structure == Structure.EFFECTS ? "effects" : name);
            assertEquals(
                    CostClass.of("/v1/" + name + "-statistics", question + by),
                    CostClass.of(report, question),
                    question);
        }
    }

    /** The report of effects asks two services, which have to be as patient as the gateway. */
    @Test
    void partsOfEffectsCostWhatTheReportCosts() {
        for (var part : List.of("/v1/effect-statistics", "/v1/training-statistics/ratings")) {
            assertEquals(CostClass.EVERYDAY, CostClass.of(part, "by=actionLine&municipality=GM0344"));
        }
        assertEquals(CostClass.EVERYDAY, CostClass.of("/v1/reports/effects", "municipality=GM0344"));
    }

    @Test
    void pageOfListIsEveryday() {
        assertEquals(CostClass.EVERYDAY, CostClass.of("/v1/projects", "municipality=GM0344&track=LOCAL"));
        assertEquals(CostClass.EVERYDAY, CostClass.of("/v1/projects", null));
        assertEquals(CostClass.WIDE, CostClass.of("/v1/projects/csv", null));
    }
}
