package nl.doorlichting.reporting.findingacceptances;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.ListKeys;
import nl.doorlichting.platform.lists.Lists;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.lists.SortKey;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.records.RecordLocks;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.reporting.ReportingAccess;
import nl.doorlichting.reporting.activity.OwnRecords;

/** Records that findings are known and stay. */
@ApplicationScoped
public class FindingAcceptanceService {
    private static final ListKeys KEYS =
            new ListKeys(SortKey.of("id", UUID.class), "acceptedAt", List.of(SortKey.of("acceptedAt", Instant.class)));

    private final EntityManager entities;
    private final OwnRecords own;

    FindingAcceptanceService(EntityManager entities, OwnRecords own) {
        this.entities = entities;
        this.own = own;
    }

    @Transactional
    FindingAcceptanceResponse create(FindingAcceptanceRequest request) {
        RecordLocks.waitForOthersOf("acceptances of " + request.programme(), entities);
        holding(request.programme()).stream()
                .filter(acceptance -> acceptance.findingId().equals(request.findingId()))
                .findFirst()
                .ifPresent(existing -> {
                    throw ProblemException.alreadyExists(
                            Text.of("acceptance.exists"), FindingAcceptanceResource.PATH + "/" + existing.id());
                });
        var now = own.now();
        var acceptance = new FindingAcceptance(Ids.next(now), request, now, own.subject());
        entities.persist(acceptance);
        entities.flush();
        return response(acceptance);
    }

    @Transactional
    FindingAcceptanceResponse withdraw(UUID id, String reason) {
        var acceptance = find(id);
        acceptance.withdraw(reason, own.now(), own.subject());
        return response(acceptance);
    }

    @Transactional
    FindingAcceptanceResponse get(UUID id) {
        return response(find(id));
    }

    /** Those that pass the filter, of a moment as they were then. */
    @Transactional
    Page<FindingAcceptanceResponse> page(Filter filter, Instant asOf, PageRequest request) {
        var recorded = asOf == null ? filter : filter.where("e.acceptedAt <= :asOf", "asOf", asOf);
        return new Lists(entities)
                .page(FindingAcceptance.class, recorded, KEYS, request)
                .map(one -> asOf == null ? response(one) : one.responseThen(asOf));
    }

    /** Those of a programme that are not withdrawn. */
    @Transactional
    public List<FindingAcceptanceResponse> holding(String programme) {
        return entities.createQuery(
                        "from FindingAcceptance where programme = :programme and withdrawnAt is null order by id",
                        FindingAcceptance.class)
                .setParameter("programme", programme)
                .getResultStream()
                .map(this::response)
                .toList();
    }

    /** Why a finding stays. Who accepted it is no part of it. */
    public record Reason(UUID acceptanceId, UUID findingId, String reason, Instant acceptedAt) {}

    /** Those of a programme that held at a moment. */
    @Transactional
    public List<Reason> holdingThen(String programme, Instant asOf) {
        return entities.createQuery(
                        "from FindingAcceptance where programme = :programme and acceptedAt <= :asOf"
                                + " and (withdrawnAt is null or withdrawnAt > :asOf) order by id",
                        FindingAcceptance.class)
                .setParameter("programme", programme)
                .setParameter("asOf", asOf)
                .getResultStream()
                .map(FindingAcceptance::toReason)
                .toList();
    }

    private FindingAcceptance find(UUID id) {
        return Optional.ofNullable(entities.find(FindingAcceptance.class, id)).orElseThrow(ProblemException::notFound);
    }

    private FindingAcceptanceResponse response(FindingAcceptance acceptance) {
        return acceptance.response(
                acceptance.isWithdrawn()
                        ? List.of()
                        : own.actions(ReportingAccess.WRITE_PUBLISHED_TABLES, "withdrawal"));
    }
}
