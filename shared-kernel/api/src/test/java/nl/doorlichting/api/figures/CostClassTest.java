package nl.doorlichting.api.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CostClassTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "programme=P",
                "by=period,targetGroup&track=LOCAL",
                "by=municipality&from=2010-01-01&targetGroup=OTHER",
                "by=year%2Cprovince",
                "projectId=01a229d3-0d76-72f0-b841-810bd5b1b55b",
                "by=unknown,track,actionLine"
            })
    void everydayQuestionsAreReadFromSumsOrByIndex(String question) {
        assertEquals(CostClass.EVERYDAY, CostClass.of("/v1/reports/reach", question));
        assertEquals(CostClass.EVERYDAY, CostClass.of("/v1/reach-statistics", question));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "asOf=2026-01-01T00:00:00Z",
                "by=track,actionLine%2Cintensity",
                "by=projectId",
                "by=organisationId",
                "organisationId=1",
                "municipality=GM0344&track=LOCAL",
                "by=track,province"
            })
    void wideQuestionsAreReadFromRecords(String question) {
        assertEquals(CostClass.WIDE, CostClass.of("/v1/reports/reach", question));
    }

    @Test
    void pageOfListIsEveryday() {
        assertEquals(CostClass.EVERYDAY, CostClass.of("/v1/projects", "municipality=GM0344&track=LOCAL"));
        assertEquals(CostClass.EVERYDAY, CostClass.of("/v1/projects", null));
        assertEquals(CostClass.WIDE, CostClass.of("/v1/projects/csv", null));
    }
}
