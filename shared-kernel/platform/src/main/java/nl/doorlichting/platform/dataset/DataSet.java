package nl.doorlichting.platform.dataset;

import io.quarkus.arc.Arc;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import nl.doorlichting.platform.queries.QueryBatch;
import nl.doorlichting.platform.statements.ClosingStatements;
import nl.doorlichting.platform.statements.ConsistentReads;
import nl.doorlichting.platform.time.RegisteredWrites;

/**
 * The revision of one set of figures, in the table {@code data_set} of each service and in the changes that are not folded
 * into it yet (ADR 62). It grows with every committed change; the epoch changes when the data are replaced as a whole, as
 * after a restore.
 */
public final class DataSet {
    static final String REVISION_OF_EACH = "select d.name, d.epoch || '-' || (d.revision"
            + " + (select count(*) from data_set_change c where c.data_set = d.name)) from data_set d";

    private static final String MARK_CHANGED = "insert into data_set_change (data_set) values (?)";

    private static final String ONE_PLAN = "set local plan_cache_mode = force_generic_plan";
    private static final String REVISION = REVISION_OF_EACH + " where d.name = :name";

    private final EntityManager entities;
    private final String name;

    public DataSet(EntityManager entities, String name) {
        this.entities = entities;
        this.name = name;
    }

    /** To be called in a transaction that changes a figure. Its writers do not wait for one another. */
    public void markChanged() {
        Arc.container().instance(ClosingStatements.class).get().add(MARK_CHANGED, name);
    }

    /**
     * Makes the transaction at hand read-only, with all its reads of the data of one moment, and returns the revision of
     * that moment. It must be the first statement of the transaction.
     */
    public String beginConsistentRead() {
        return revision(consistentRead().send(entities).get(0));
    }

    /**
     * The same for a read of a few rows, which are found by an index whatever the parameters are: each statement is planned
     * once for all parameters, because planning costs more than reading.
     */
    public String beginConsistentReadOfFew() {
        var read = revisionOf(new QueryBatch().add(ConsistentReads.ONE_MOMENT).add(ONE_PLAN));
        return revision(read.send(entities).get(0));
    }

    /** The same with queries that are added to it, in one message. The first result is the {@link #revision}. */
    public QueryBatch consistentRead() {
        return revisionOf(new QueryBatch().add(ConsistentReads.ONE_MOMENT));
    }

    /** The revision in the first result of a consistent read. */
    public static String revision(List<Object[]> result) {
        return (String) result.get(0)[1];
    }

    private QueryBatch revisionOf(QueryBatch read) {
        Arc.container().instance(RegisteredWrites.class).get().recordNothing();
        return read.add(REVISION, Map.of("name", name));
    }
}
