package nl.doorlichting.funding.awards;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.problems.ProblemException;

/** What happens to an award after it was granted; each is refused where the state of the award does not allow it. */
@ApplicationScoped
class AwardDecisionService {
    private final AwardRepository awards;
    private final AwardSchemes schemes;
    private final AwardBooking booking;
    private final AwardVisibility visibility;
    private final AwardDays days;

    AwardDecisionService(
            AwardRepository awards,
            AwardSchemes schemes,
            AwardBooking booking,
            AwardVisibility visibility,
            AwardDays days) {
        this.awards = awards;
        this.schemes = schemes;
        this.booking = booking;
        this.visibility = visibility;
        this.days = days;
    }

    @Transactional
    AwardResponse account(UUID id, AccountabilityRequest request) {
        var award = held(id);
        var handedInOn = days.past(request.handedInOn(), "/handedInOn");
        AwardTransitions.account(award, request, handedInOn, subject());
        return stored(award);
    }

    @Transactional
    AwardResponse amend(UUID id, AmendmentRequest request) {
        var award = held(id);
        var before = award.amount;
        var decidedOn = days.past(request.decidedOn(), "/decidedOn");
        record(AwardTransitions.amend(award, request, decidedOn, subject(), days.now()));
        schemes.refuseAmended(award, award.amount.subtract(before), decidedOn);
        booking.change(award, before, award.amount);
        return stored(award);
    }

    @Transactional
    AwardResponse settle(UUID id, SettlementRequest request) {
        var award = held(id);
        var decidedOn = days.past(request.decidedOn(), "/decidedOn");
        record(AwardTransitions.settle(award, request, decidedOn, subject()));
        booking.change(award, award.amount, award.settledAmount);
        return stored(award);
    }

    @Transactional
    AwardResponse revoke(UUID id, RevocationRequest request) {
        var award = held(id);
        var before = award.entitled();
        var decidedOn = days.past(request.decidedOn(), "/decidedOn");
        record(AwardTransitions.revoke(award, request, decidedOn, subject()));
        booking.change(award, before, award.entitled());
        return stored(award);
    }

    private Award held(UUID id) {
        return awards.hold(id)
                .filter(award -> visibility.shows(award.organisationId))
                .orElseThrow(ProblemException::notFound);
    }

    private void record(AwardDecision decision) {
        var now = days.now();
        decision.award.decisions.add(decision.recorded(Ids.next(now), now, subject()));
    }

    private AwardResponse stored(Award award) {
        awards.flush();
        return AwardResponse.from(award, visibility.caller());
    }

    private String subject() {
        return visibility.caller().subject();
    }
}
