package nl.doorlichting.funding.projects;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.funding.FundingDataSet;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.ListKeys;
import nl.doorlichting.platform.lists.Lists;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.lists.RowSource;
import nl.doorlichting.platform.lists.SortKey;
import nl.doorlichting.platform.queries.RowQuery;
import nl.doorlichting.platform.queries.ScalarQuery;

/** Stored projects. The triggers tr_project_count_added and tr_project_count_moved count them in project_count. */
@ApplicationScoped
class ProjectRepository implements PanacheRepositoryBase<Project, UUID> {
    private static final ListKeys KEYS = new ListKeys(
            SortKey.of("id", UUID.class),
            "code",
            List.of(
                    SortKey.of("code", String.class),
                    SortKey.of("name", String.class),
                    SortKey.of("createdAt", Instant.class)));

    private static final RowSource<Project> ROWS = new RowSource<>(Project.class, Project.FIELDS, Project::new);

    private static final String COUNTS = "select nullif(funding_instrument, ''), projects from project_count"
            + " where programme = :programme and projects > 0";

    private static final String COUNTS_THEN = "select funding_instrument, count(*) from project"
            + " where programme = :programme and created_at <= :asOf group by funding_instrument";

    private final FundingDataSet dataSet;

    ProjectRepository(FundingDataSet dataSet) {
        this.dataSet = dataSet;
    }

    void store(Project project) {
        persist(project);
        dataSet.markChanged();
    }

    /** Without marking the figures as changed, for a transaction that marks them last itself. */
    void storeUnmarked(Project project) {
        persistAndFlush(project);
    }

    /** Projects that cannot be changed. */
    Page<Project> page(Filter filter, PageRequest request) {
        return new Lists(getEntityManager()).page(ROWS, filter, KEYS, request);
    }

    Optional<Project> findByNaturalId(String programme, String code) {
        return find("programme = ?1 and code_key(code) = code_key(?2)", programme, code)
                .firstResultOptional();
    }

    boolean isOf(String programme, UUID id) {
        return count("programme = ?1 and id = ?2", programme, id) == 1;
    }

    /** The null key holds those without instrument. */
    Map<FundingInstrument, Long> countByInstrument(String programme, Instant asOf) {
        var counts = new HashMap<FundingInstrument, Long>();
        var query = RowQuery.of(getEntityManager(), asOf == null ? COUNTS : COUNTS_THEN)
                .setParameter("programme", programme);
        if (asOf != null) {
            query.setParameter("asOf", asOf);
        }
        List<Object[]> kept = query.getResultList();
        kept.forEach(count ->
                counts.put(count[0] == null ? null : FundingInstrument.valueOf((String) count[0]), (Long) count[1]));
        return counts;
    }

    Optional<Project> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    void storeChange() {
        dataSet.markChanged();
        flush();
    }

    /** One change of parents at a time, so that two at once do not make a circle together. */
    void lockTree() {
        ScalarQuery.of(
                        getEntityManager(),
                        "select 1 from pg_advisory_xact_lock(hashtext('project tree'))",
                        Integer.class)
                .getResultList();
    }
}
