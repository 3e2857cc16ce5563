package nl.doorlichting.funding.reclaims;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.funding.FundingAccess;
import nl.doorlichting.funding.RangeChecks;
import nl.doorlichting.funding.awards.Awards;
import nl.doorlichting.funding.budget.BudgetLedger;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.json.BodyRules;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.records.RecordedPast;
import nl.doorlichting.platform.responses.IfMatch;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.platform.time.DutchCalendar;

/**
 * Claims on what was paid without right to it. A caller that sees the award sees them. A change holds the award, so that
 * two at once queue.
 */
@ApplicationScoped
class ReclaimService implements BodyRules {
    private final ReclaimRepository reclaims;
    private final Awards awards;
    private final BudgetLedger budget;
    private final CurrentCaller caller;
    private final RecordedPast past;
    private final DutchCalendar calendar;

    ReclaimService(
            ReclaimRepository reclaims,
            Awards awards,
            BudgetLedger budget,
            CurrentCaller caller,
            RecordedPast past,
            DutchCalendar calendar) {
        this.reclaims = reclaims;
        this.awards = awards;
        this.budget = budget;
        this.caller = caller;
        this.past = past;
        this.calendar = calendar;
    }

    @Transactional
    ReclaimResponse create(UUID awardId, ReclaimRequest request) {
        var award = awards.hold(awardId);
        refuseEarly(awardId, request.dueOn());
        awards.claim(awardId, request.amount(), Money.zero(Money.EURO), null);
        var reclaim = new Reclaim(
                awardId, award, request, calendar.now(), caller.get().subject());
        reclaims.persist(reclaim);
        return shown(reclaim);
    }

    /** What stays as it was is not checked again. */
    private void refuseEarlier(Reclaim reclaim, UUID awardId, ReclaimRequest changed) {
        if (!Objects.equals(changed.dueOn(), reclaim.toRequest().dueOn())) {
            refuseEarly(awardId, changed.dueOn());
        }
    }

    private void refuseEarly(UUID awardId, LocalDate dueOn) {
        refuseBefore("/dueOn", dueOn, awards.lastDecidedOn(awardId));
    }

    private static void refuseBefore(String pointer, LocalDate day, LocalDate earliest) {
        var violations = new ArrayList<Violation>();
        RangeChecks.notBefore(pointer, day, earliest, violations);
        ProblemException.refuse(violations);
    }

    /** Corrects it. What is claimed more needs room as a new claim does. */
    @Transactional
    ReclaimResponse change(UUID awardId, UUID id, String ifMatch, MergePatch patch) {
        var reclaim = held(awardId, id);
        IfMatch.refuseStale(ifMatch, reclaim.etag());
        var before = reclaim.amount();
        var changed = patch.applyTo(reclaim.toRequest(), ReclaimRequest.class, refused -> {
            var violations = new ArrayList<Violation>();
            ProblemException.note(violations, () -> refuseEarlier(reclaim, awardId, refused));
            return violations;
        });
        refuseEarlier(reclaim, awardId, changed);
        var actions = reclaim.actions();
        reclaim.change(changed);
        var more = reclaim.amount().minus(before);
        if (more.isNegative()) {
            awards.unclaim(awardId, more.negate());
        }
        if (more.amount().signum() > 0) {
            awards.claim(awardId, more, before, actions);
        }
        return stored(reclaim);
    }

    @Transactional
    ReclaimResponse cancel(UUID awardId, UUID id, ReclaimCancellationRequest request) {
        var reclaim = held(awardId, id);
        reclaim.cancel(request.reason(), calendar.now(), caller.get().subject());
        awards.unclaim(awardId, reclaim.amount());
        return stored(reclaim);
    }

    /** Records what came back. The ledger gets its entries in the same moment, unless it has a correction for it. */
    @Transactional
    ReclaimResponse receive(UUID awardId, UUID id, ReceiptRequest request) {
        var reclaim = held(awardId, id);
        ProblemException.together(checks(awardId, request));
        var receivedOn = request.receivedOn() == null ? calendar.today() : request.receivedOn();
        if (request.reference() != null && reclaims.hasReceipt(id, request.reference())) {
            throw ProblemException.alreadyExists(
                    Text.of("receipt.reference-taken"), "/v1/awards/" + awardId + "/reclaims/" + id);
        }
        var actions = reclaim.actions();
        reclaim.receive(request.amount());
        var booked = request.correctionId() != null;
        if (booked) {
            refuseOtherCorrection(awardId, request.correctionId(), request.amount(), actions);
        }
        var receipt = new ReclaimReceipt(
                reclaim, request, receivedOn, calendar.now(), caller.get().subject());
        reclaims.getEntityManager().persist(receipt);
        reclaims.flush();
        awards.recover(awardId, request.amount(), booked ? null : "reclaim " + id);
        return stored(reclaim);
    }

    /** Corrects what a receipt states. The ledger follows, unless the receipt names a correction by hand. */
    @Transactional
    ReclaimResponse correct(UUID awardId, UUID id, ReceiptCorrectionRequest request) {
        var reclaim = held(awardId, id);
        var receipt = receipt(id, request.receiptId());
        var difference = request.amount().minus(Money.euros(reclaims.standing(receipt)));
        if (difference.amount().signum() == 0) {
            throw ProblemException.invalidState(
                    Text.of("receipt.same-amount", request.amount().amount()), reclaim.actions());
        }
        var actions = reclaim.actions();
        reclaim.correctReceipt(difference);
        var booked = receipt.correctionId() != null;
        if (booked && !difference.isNegative()) {
            refuseOtherCorrection(awardId, receipt.correctionId(), difference, actions);
        }
        reclaims.getEntityManager()
                .persist(receipt.corrected(
                        difference,
                        request.reason(),
                        calendar.now(),
                        caller.get().subject()));
        reclaims.flush();
        awards.recover(awardId, difference, booked ? null : "reclaim " + id);
        return stored(reclaim);
    }

    private Runnable[] checks(UUID awardId, ReceiptRequest request) {
        return new Runnable[] {
            () -> calendar.refuseFuture(request.receivedOn(), "/receivedOn"),
            () -> refuseBefore(
                    "/receivedOn", request.receivedOn(), awards.get(awardId).decidedOn()),
            () -> takenBack(awardId, request.correctionId())
        };
    }

    private ReclaimReceipt receipt(UUID claim, UUID receipt) {
        return reclaims.findReceipt(claim, receipt)
                .orElseThrow(
                        () -> ProblemException.unknownReference("/receiptId", receipt, Text.of("receipt.unknown")));
    }

    /** What else is wrong with a claim or a receipt that is refused for its form. */
    @Override
    @Transactional
    public List<Violation> furtherViolations(Record body, String path) {
        var ids = BodyRules.ids(path);
        var violations = new ArrayList<Violation>();
        if (ids.isEmpty() || awards.find(ids.get(0)).isEmpty()) {
            return violations;
        }
        if (body instanceof ReclaimRequest request && ids.size() == 1) {
            ProblemException.note(violations, () -> refuseEarly(ids.get(0), request.dueOn()));
        }
        if (body instanceof ReceiptRequest request) {
            violations.addAll(ProblemException.noted(checks(ids.get(0), request)));
        }
        if (body instanceof ReceiptCorrectionRequest request
                && request.receiptId() != null
                && ids.size() == 2
                && reclaims.findOf(ids.get(0), ids.get(1)).isPresent()) {
            ProblemException.note(violations, () -> receipt(ids.get(1), request.receiptId()));
        }
        return violations;
    }

    /** 409 when the entry takes nothing of the award's payments back, or receipts have it already. */
    private void refuseOtherCorrection(UUID awardId, UUID correction, Money amount, List<String> actions) {
        var left = takenBack(awardId, correction)
                .subtract(reclaims.receivedBy(correction))
                .max(BigDecimal.ZERO);
        if (amount.amount().compareTo(left) > 0) {
            throw ProblemException.of(
                    ProblemType.INVALID_STATE,
                    Text.of("receipt.more-than-corrected", left),
                    Map.of("left", Money.euros(left), "allowed", actions));
        }
    }

    /** What the correction takes back of the award's payments; nothing for null. 409 for an entry that is none. */
    private BigDecimal takenBack(UUID awardId, UUID correction) {
        return correction == null
                ? BigDecimal.ZERO
                : budget.takenBackByHand(awardId, correction)
                        .orElseThrow(() -> ProblemException.unknownReference(
                                "/correctionId", correction, Text.of("receipt.correction-unknown")));
    }

    private Reclaim held(UUID awardId, UUID id) {
        awards.hold(awardId);
        return reclaims.findOf(awardId, id).orElseThrow(ProblemException::notFound);
    }

    @Transactional
    Page<ReclaimResponse> page(UUID awardId, Instant asOf, PageRequest request) {
        past.read(asOf);
        awards.get(awardId);
        return shown(reclaims.page(new Filter().equal("awardId", awardId), request));
    }

    /** Of all awards that the caller sees. */
    @Transactional
    Page<ReclaimResponse> page(Filter filter, Instant asOf, PageRequest request) {
        past.read(asOf);
        return shown(reclaims.page(awards.narrow(filter, "organisationId"), request));
    }

    private Page<ReclaimResponse> shown(Page<Reclaim> page) {
        var receipts = reclaims.receipts(page.items().stream().map(Reclaim::id).toList());
        return page.map(reclaim -> shown(reclaim, receipts.getOrDefault(reclaim.id(), List.of())));
    }

    @Transactional
    ReclaimResponse get(UUID awardId, UUID id, Instant asOf) {
        past.read(asOf);
        awards.get(awardId);
        return reclaims.findOf(awardId, id).map(this::shown).orElseThrow(ProblemException::notFound);
    }

    private ReclaimResponse stored(Reclaim reclaim) {
        reclaims.flush();
        return shown(reclaim);
    }

    private ReclaimResponse shown(Reclaim reclaim) {
        return shown(reclaim, reclaims.receipts(List.of(reclaim.id())).getOrDefault(reclaim.id(), List.of()));
    }

    private ReclaimResponse shown(Reclaim reclaim, List<ReclaimReceipt> receipts) {
        var changeable = caller.get().may(FundingAccess.DECIDE_AWARDS) && !past.isRead();
        return reclaim.toResponse(receipts, changeable ? reclaim.actions() : List.of());
    }
}
