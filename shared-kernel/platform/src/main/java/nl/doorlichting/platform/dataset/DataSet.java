package nl.doorlichting.platform.dataset;

import io.quarkus.arc.Arc;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import nl.doorlichting.platform.statements.ClosingStatements;

/**
 * The revision of one set of figures, in the table {@code data_set} of each service and in the changes that are not folded
 * into it yet (ADR 62). It grows with every committed change; the epoch changes when the data are replaced as a whole, as
 * after a restore.
 */
public final class DataSet {
    static final String REVISION_OF_EACH = "select d.name, d.epoch || '-' || (d.revision"
            + " + (select count(*) from data_set_change c where c.data_set = d.name)) from data_set d";

    private static final String MARK_CHANGED = "insert into data_set_change (data_set) values (?)";

    // One message. Before the last of them there is no query, so that it is the first to see the data.
    private static final String BEGIN_CONSISTENT_READ =
            "set transaction isolation level repeatable read, read only; %s" + REVISION_OF_EACH + " where d.name = ?";
    private static final String ANY_PLAN = "";
    private static final String ONE_PLAN = "set local plan_cache_mode = force_generic_plan; ";

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
        return beginConsistentRead(ANY_PLAN);
    }

    /**
     * The same for a read of a few rows, which are found by an index whatever the parameters are: each statement is planned
     * once for all parameters, because planning costs more than reading.
     */
    public String beginConsistentReadOfFew() {
        return beginConsistentRead(ONE_PLAN);
    }

    private String beginConsistentRead(String plan) {
        return entities.callWithConnection((Connection connection) -> {
            try (var statements = connection.prepareStatement(BEGIN_CONSISTENT_READ.formatted(plan))) {
                statements.setString(1, name);
                for (var isRow = statements.execute(); !isRow; ) {
                    isRow = statements.getMoreResults();
                }
                var row = statements.getResultSet();
                row.next();
                return row.getString(2);
            }
        });
    }
}
