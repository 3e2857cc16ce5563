package nl.doorlichting.reporting.inventoryrounds;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.ListKeys;
import nl.doorlichting.platform.lists.Lists;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.lists.SortKey;
import nl.doorlichting.platform.queries.ScalarQuery;
import nl.doorlichting.platform.records.RecordLocks;
import nl.doorlichting.reporting.ReportingDataSets;

@ApplicationScoped
class InventoryRoundRepository implements PanacheRepositoryBase<InventoryRound, UUID> {
    private static final ListKeys KEYS = new ListKeys(
            SortKey.of("id", UUID.class),
            "code",
            List.of(SortKey.of("code", String.class), SortKey.of("name", String.class)));

    private static final String IN_USE = """
        select exists (select from inventory_report where round_id = :round and withdrawn_at is null)
            or exists (select from inventory_report_tally where round_id = :round and withdrawn_at is null)
            or exists (select from reach_observation o where o.round_id = :round and not o.withdrawn
                and not exists (select from reach_observation later
                    where later.observation_id = o.observation_id and later.version > o.version and later.version > 1))
        """;

    private static final String REMOVE = """
        with removed as (delete from inventory_round_project where round_id = :round
            returning round_id, project_id, position, added_at)
        insert into inventory_round_project_removed (round_id, project_id, position, added_at, removed_at)
        select round_id, project_id, position, added_at, :now from removed
        """;

    Page<InventoryRound> page(Filter filter, PageRequest request) {
        return new Lists(getEntityManager()).page(InventoryRound.class, filter, KEYS, request);
    }

    /** Of two rounds with one code at once, the second waits here for the first. */
    Optional<InventoryRound> findByNaturalId(String programme, String code) {
        RecordLocks.waitForOthersOf("rounds of " + programme, getEntityManager());
        return find("programme = ?1 and code_key(code) = code_key(?2)", programme, code)
                .firstResultOptional();
    }

    void store(InventoryRound round, List<UUID> projects, Instant now) {
        persist(round);
        // The rows of the projects refer to the round.
        flush();
        removeProjects(round, now);
        IntStream.range(0, projects.size())
                .mapToObj(i -> new InventoryRoundProject(round.id(), projects.get(i), i, now))
                .forEach(getEntityManager()::persist);
        // A project of a round is a visit, also before a record of it is stored.
        changed();
    }

    void changed() {
        ReportingDataSets.effects(getEntityManager()).markChanged();
    }

    /** Adds projects after those that the round has. */
    void visit(UUID round, List<UUID> added, Instant now) {
        var first = projects(List.of(round)).getOrDefault(round, List.of()).size();
        IntStream.range(0, added.size())
                .mapToObj(i -> new InventoryRoundProject(round, added.get(i), first + i, now))
                .forEach(getEntityManager()::persist);
        changed();
    }

    private void removeProjects(InventoryRound round, Instant now) {
        getEntityManager()
                .createNativeQuery(REMOVE)
                .setParameter("round", round.id())
                .setParameter("now", now)
                .executeUpdate();
        // Those that stay are added anew.
        getEntityManager().clear();
    }

    /** Projects that reports of the round are about. */
    List<UUID> reported(UUID round) {
        return ScalarQuery.of(
                        getEntityManager(),
                        "select distinct project_id from inventory_report_project"
                                + " where round_id = :round and not withdrawn",
                        UUID.class)
                .setParameter("round", round)
                .getResultList();
    }

    /** Whether a report, a figure or a tally of reports is of the round and not withdrawn. */
    boolean isInUse(UUID round) {
        return ScalarQuery.of(getEntityManager(), IN_USE, Boolean.class)
                .setParameter("round", round)
                .getSingleResult();
    }

    /** The projects of these rounds, by round. */
    Map<UUID, List<UUID>> projects(Collection<UUID> rounds) {
        if (rounds.isEmpty()) {
            return Map.of();
        }
        return getEntityManager()
                .createQuery(
                        "from InventoryRoundProject p where p.roundId in :rounds order by p.position",
                        InventoryRoundProject.class)
                .setParameter("rounds", rounds)
                .getResultStream()
                .collect(groupingBy(
                        InventoryRoundProject::roundId, mapping(InventoryRoundProject::projectId, toList())));
    }
}
