package nl.doorlichting.reporting.inventoryrounds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.records.RecordWithdrawalRequest;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.reporting.activity.OwnRecords;

@ApplicationScoped
class InventoryRoundService {
    private final InventoryRoundRepository rounds;
    private final OwnRecords own;

    InventoryRoundService(InventoryRoundRepository rounds, OwnRecords own) {
        this.rounds = rounds;
        this.own = own;
    }

    @Transactional
    InventoryRoundResponse create(InventoryRoundRequest request) {
        rounds.findByNaturalId(request.programme(), request.code()).ifPresent(InventoryRoundService::refuseSecond);
        var now = own.now();
        var round = new InventoryRound(Ids.next(now), request, now, own.subject());
        var projects = projects(request);
        rounds.store(round, projects, now);
        return round.response(projects, own);
    }

    private static List<UUID> projects(InventoryRoundRequest request) {
        return request.projects() == null
                ? List.of()
                : request.projects().stream().distinct().toList();
    }

    /** A round in use can grow only, so that its reports and figures stay inside. */
    @Transactional
    InventoryRoundResponse correct(UUID id, MergePatch changes) {
        var round = lock(id);
        var visited = rounds.projects(List.of(id)).getOrDefault(id, List.of());
        var correction = changes.correct(round.content(visited), InventoryRoundRequest.class);
        var corrected = correction.record();
        ProblemException.refuse(misfits(round, visited, corrected));
        rounds.findByNaturalId(corrected.programme(), corrected.code())
                .filter(other -> !other.id().equals(id))
                .ifPresent(InventoryRoundService::refuseSecond);
        var made = own.correction(correction.reason());
        round.correct(corrected, made);
        rounds.store(round, projects(corrected), made.correctedAt());
        return get(id);
    }

    private List<Violation> misfits(InventoryRound round, List<UUID> before, InventoryRoundRequest corrected) {
        var violations = new ArrayList<Violation>();
        if (!round.programme().equals(corrected.programme())) {
            violations.add(
                    Violation.body("/programme", ViolationCode.NOT_ALLOWED, Text.of("round.programme-immutable")));
        }
        if (rounds.isInUse(round.id()) && !corrected.period().contains(round.period())) {
            violations.add(Violation.body("/period", ViolationCode.NOT_ALLOWED, Text.of("round.only-grows")));
        }
        var visited = projects(corrected);
        // A round that names no project visits any.
        var namesNone = before.isEmpty() && visited.isEmpty();
        if (!namesNone && !visited.containsAll(rounds.reported(round.id()))) {
            violations.add(Violation.body("/projects", ViolationCode.NOT_ALLOWED, Text.of("round.project-reported")));
        }
        return violations;
    }

    /** From now on the round visits no project; 409 while something is of it. */
    @Transactional
    InventoryRoundResponse withdraw(UUID id, RecordWithdrawalRequest request) {
        var round = lock(id);
        if (rounds.isInUse(id)) {
            throw ProblemException.invalidState(Text.of("round.in-use"), List.of());
        }
        round.withdraw(own.withdrawal(request));
        rounds.flush();
        rounds.changed();
        return get(id);
    }

    // Waits for records that begin to use the round, and keeps others waiting, so that one of the two is refused.
    private InventoryRound lock(UUID id) {
        return rounds.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(ProblemException::notFound);
    }

    private static void refuseSecond(InventoryRound existing) {
        throw ProblemException.alreadyExists(
                Text.of("round.code-taken"), InventoryRoundResource.PATH + "/" + existing.id());
    }

    @Transactional
    Page<InventoryRoundResponse> page(Filter filter, Instant asOf, PageRequest request) {
        own.readPast(asOf);
        var page = rounds.page(filter, request);
        var projects =
                rounds.projects(page.items().stream().map(InventoryRound::id).toList());
        return page.map(round -> round.response(projects.getOrDefault(round.id(), List.of()), own));
    }

    private InventoryRoundResponse get(UUID id) {
        return get(id, null);
    }

    /** As recorded at the moment; as it is for null. */
    @Transactional
    InventoryRoundResponse get(UUID id, Instant asOf) {
        own.readPast(asOf);
        var round = rounds.findByIdOptional(id).orElseThrow(ProblemException::notFound);
        return round.response(rounds.projects(List.of(id)).getOrDefault(id, List.of()), own);
    }
}
