package nl.doorlichting.reporting.reachstatistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.Set;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.figures.Structure;
import nl.doorlichting.platform.sums.SumsJobs;
import nl.doorlichting.reporting.ReportingServiceTest;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Sums are read by one plan for all programmes, observations by one for the programme asked for. Groups come in one message, or
 * bit by bit where they can be as many as records.
 */
@ReportingServiceTest
class ReachFactsPlanTest {
    @Inject
    ReachFacts facts;

    @Inject
    EntityManager entities;

    @Inject
    SumsJobs sums;

    @BeforeEach
    void makeSums() {
        sums.fold();
    }

    @Test
    void plansReadOfSumsOnce() {
        assertEquals("force_generic_plan", plansOf(Dimension.TARGET_GROUP, Dimension.TRACK));
    }

    @Test
    void plansReadOfObservationsForItsProgramme() {
        assertEquals("force_custom_plan", plansOf(Dimension.MUNICIPALITY, Dimension.TRACK, Dimension.PHENOMENON));
    }

    @ParameterizedTest
    @CsvSource({"TARGET_GROUP, 0", "YEAR, 0", "PERIOD, 1", "PROVINCE, 1", "MUNICIPALITY, 2"})
    void readsBitByBitWhatMayBeMuch(Dimension by, int statements) {
        var statistics =
                entities.getEntityManagerFactory().unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        var before = statistics.getPrepareStatementCount();
        QuarkusTransaction.requiringNew().run(() -> facts.table(question(by), rows -> {}));
        assertEquals(statements, statistics.getPrepareStatementCount() - before);
    }

    private static Question question(Dimension... by) {
        return new Question(Structure.REACH, "ANY", null, null, Set.of(by), Map.of(), null, null);
    }

    private String plansOf(Dimension... by) {
        var question = question(by);
        return QuarkusTransaction.requiringNew().call(() -> {
            facts.of(question);
            return (String) entities.createNativeQuery("select current_setting('plan_cache_mode')")
                    .getSingleResult();
        });
    }
}
