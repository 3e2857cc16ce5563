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
import nl.doorlichting.reporting.ReportingServiceTest;
import org.junit.jupiter.api.Test;

/** Sums are read by one plan for all programmes, observations by one for the programme asked for. */
@ReportingServiceTest
class ReachFactsPlanTest {
    @Inject
    ReachFacts facts;

    @Inject
    EntityManager entities;

    @Test
    void plansReadOfSumsOnce() {
        assertEquals("force_generic_plan", plansOf(Dimension.TARGET_GROUP, Dimension.TRACK));
    }

    @Test
    void plansReadOfObservationsForItsProgramme() {
        assertEquals("force_custom_plan", plansOf(Dimension.MUNICIPALITY, Dimension.TRACK, Dimension.PHENOMENON));
    }

    private String plansOf(Dimension... by) {
        var question = new Question(Structure.REACH, "ANY", null, null, Set.of(by), Map.of(), null, null);
        return QuarkusTransaction.requiringNew().call(() -> {
            facts.of(question);
            return (String) entities.createNativeQuery("select current_setting('plan_cache_mode')")
                    .getSingleResult();
        });
    }
}
