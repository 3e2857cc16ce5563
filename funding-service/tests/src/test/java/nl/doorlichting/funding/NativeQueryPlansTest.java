package nl.doorlichting.funding;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Query;
import jakarta.persistence.metamodel.EntityType;
import java.util.function.Supplier;
import nl.doorlichting.platform.queries.ScalarQuery;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;

@FundingServiceTest
class NativeQueryPlansTest {
    private static final int TIMES = 50;

    @Inject
    EntityManager entities;

    @Inject
    EntityManagerFactory factory;

    @Test
    void queryOfValuesIsPlannedOnce() {
        assertPlannedOnce(() -> ScalarQuery.of(entities, "select 41", Integer.class));
    }

    @Test
    void queryOfEntitiesIsPlannedOnce() {
        var programme = entities.getMetamodel().getEntities().stream()
                .filter(entity -> entity.getName().equals("Programme"))
                .map(EntityType::getJavaType)
                .findFirst()
                .orElseThrow();
        assertPlannedOnce(() -> entities.createNativeQuery("select * from programme where code = 'NONE'", programme));
    }

    /** Jobs plan queries meanwhile. */
    private void assertPlannedOnce(Supplier<Query> query) {
        var statistics = factory.unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        var before = statistics.getQueryPlanCacheMissCount();
        for (int i = 0; i < TIMES; i++) {
            QuarkusTransaction.requiringNew().call(() -> query.get().getResultList());
        }
        var plans = statistics.getQueryPlanCacheMissCount() - before;
        assertTrue(plans < TIMES / 2, () -> "plans of one query: " + plans);
    }
}
