package nl.doorlichting.funding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.junit.jupiter.api.Test;

@FundingServiceTest
class BatchSizesTest {
    @Inject
    EntityManagerFactory factory;

    /** For one with another size Hibernate makes a loader anew for each request that reads it. */
    @Test
    void entitiesAndCollectionsAreReadInBatchesOfOneSize() {
        var entities = factory.unwrap(SessionFactoryImplementor.class);
        var usual = entities.getSessionFactoryOptions().getDefaultBatchFetchSize();
        var differing = new ArrayList<String>();
        entities.getMappingMetamodel().forEachCollectionDescriptor(collection -> {
            if (collection.getBatchSize() != usual) {
                differing.add(collection.getRole() + ": " + collection.getBatchSize() + ", not " + usual);
            }
        });
        entities.getMappingMetamodel().forEachEntityDescriptor(entity -> {
            if (entity.getBatchSize() != usual) {
                differing.add(entity.getEntityName() + ": " + entity.getBatchSize() + ", not " + usual);
            }
        });
        assertEquals(List.of(), differing);
    }
}
