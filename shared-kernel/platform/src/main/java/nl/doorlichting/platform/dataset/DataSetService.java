package nl.doorlichting.platform.dataset;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import nl.doorlichting.platform.jobs.BackgroundJob;
import nl.doorlichting.platform.schema.SkipUnlessWritable;

/**
 * Folds changes into the revisions of their data sets, so that reading a revision counts a few rows only. In every
 * instance; the database lets one at a time do so (ADR 19).
 */
@ApplicationScoped
@IfBuildProperty(name = "doorlichting.database", stringValue = "true")
public class DataSetService {
    private final EntityManager entities;

    DataSetService(EntityManager entities) {
        this.entities = entities;
    }

    /** Changes no revision. A process that is killed meanwhile leaves everything as it was. */
    @BackgroundJob
    @Scheduled(
            identity = "fold-data-set-changes",
            every = "{doorlichting.sums.fold-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = SkipUnlessWritable.class)
    @Transactional
    public void fold() {
        entities.createNativeQuery("select 1 from fold_data_set_changes()", Object.class)
                .getSingleResult();
    }
}
