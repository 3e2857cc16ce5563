package nl.doorlichting.reporting.reachstatistics;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import nl.doorlichting.api.figures.MadeUpReach;
import nl.doorlichting.domain.figures.ReachSource;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.reporting.ReportingServiceTest;
import org.junit.jupiter.api.Test;

@ReportingServiceTest
class ReachWarmUpTest {
    @Inject
    ReachWarmUp warmUp;

    @Inject
    ReachStatisticsService statistics;

    @Inject
    MunicipalityRegister register;

    /** Without a caller, and of a programme that has no figures. */
    @Test
    void answersQuestionsWithoutFiguresOfAnybody() throws Exception {
        for (var turn = 0; turn < 3; turn++) {
            warmUp.once();
        }
        for (var question : MadeUpReach.QUESTIONS) {
            assertTrue(statistics.withoutLinks(question).rows().isEmpty(), question.toString());
            assertFalse(MadeUpReach.answer(question, ReachSource.INVENTORY, register)
                    .rows()
                    .isEmpty());
        }
    }
}
