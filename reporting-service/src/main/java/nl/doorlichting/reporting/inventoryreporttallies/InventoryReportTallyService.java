package nl.doorlichting.reporting.inventoryreporttallies;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.json.BodyRules;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.records.RecordWithdrawalRequest;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.reporting.activity.OwnRecords;
import nl.doorlichting.reporting.inventoryrounds.InventoryRounds;

@ApplicationScoped
class InventoryReportTallyService implements BodyRules {
    private final InventoryReportTallyRepository tallies;
    private final InventoryRounds rounds;
    private final OwnRecords own;

    InventoryReportTallyService(InventoryReportTallyRepository tallies, InventoryRounds rounds, OwnRecords own) {
        this.tallies = tallies;
        this.rounds = rounds;
        this.own = own;
    }

    @Transactional
    InventoryReportTallyResponse create(InventoryReportTallyRequest request) {
        refuseUnfit(null, request);
        var now = own.now();
        var tally = new InventoryReportTally(Ids.next(now), request, now, own.subject());
        tallies.store(tally);
        return tally.response(own);
    }

    /** From now on the tally counts nowhere. */
    @Transactional
    InventoryReportTallyResponse withdraw(UUID id, RecordWithdrawalRequest request) {
        var tally = tallies.findByIdOptional(id).orElseThrow(ProblemException::notFound);
        tally.withdraw(own.withdrawal(request));
        tallies.store(tally);
        return tally.response(own);
    }

    @Transactional
    InventoryReportTallyResponse correct(UUID id, MergePatch changes) {
        var tally = tallies.findByIdOptional(id).orElseThrow(ProblemException::notFound);
        var correction = changes.correct(tally.content(), InventoryReportTallyRequest.class);
        refuseUnfit(id, correction.record());
        tally.correct(correction.record(), own.correction(correction.reason()));
        tallies.store(tally);
        return tally.response(own);
    }

    private void refuseUnfit(UUID self, InventoryReportTallyRequest request) {
        rounds.refuseUnknown(request.roundId(), request.programme());
        tallies.waitForOthersOf(request.programme());
        tallies.findByReference(request.programme(), request.reference())
                .filter(other -> !other.id().equals(self))
                .ifPresent(other -> refuse(Text.of("report-tally.reference-taken"), other));
        tallies.findSame(request)
                .filter(other -> !other.id().equals(self))
                .ifPresent(other -> refuse(Text.of("report-tally.taken"), other));
    }

    /** What else is wrong with a tally that is refused for its form. */
    @Override
    @Transactional
    public List<Violation> furtherViolations(Record body, String path) {
        return body instanceof InventoryReportTallyRequest request
                ? ProblemException.noted(() -> rounds.refuseUnknown(request.roundId(), request.programme()))
                : List.of();
    }

    private static void refuse(Text why, InventoryReportTally existing) {
        throw ProblemException.alreadyExists(why, InventoryReportTallyResource.PATH + "/" + existing.id());
    }

    @Transactional
    Page<InventoryReportTallyResponse> page(Filter filter, Instant asOf, PageRequest request) {
        own.readPast(asOf);
        return tallies.page(filter, request).map(tally -> tally.response(own));
    }

    /** As recorded at the moment; as it is for null. */
    @Transactional
    InventoryReportTallyResponse get(UUID id, Instant asOf) {
        own.readPast(asOf);
        return tallies.findByIdOptional(id).map(tally -> tally.response(own)).orElseThrow(ProblemException::notFound);
    }
}
