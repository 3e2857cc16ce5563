package nl.doorlichting.funding.awards;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.UUID;
import nl.doorlichting.platform.id.Ids;

/** Makes an award, whichever way it was decided, in the transaction at hand. */
@ApplicationScoped
class AwardMaking {
    private final AwardRepository awards;
    private final AwardChecks checks;
    private final AwardSchemes schemes;
    private final AwardBooking booking;
    private final AwardVisibility visibility;
    private final Event<AwardMade> made;

    AwardMaking(
            AwardRepository awards,
            AwardChecks checks,
            AwardSchemes schemes,
            AwardBooking booking,
            AwardVisibility visibility,
            Event<AwardMade> made) {
        this.awards = awards;
        this.checks = checks;
        this.schemes = schemes;
        this.booking = booking;
        this.visibility = visibility;
        this.made = made;
    }

    /** The application is null for an award that was decided outside the system. */
    Award make(AwardRequest request, UUID applicationId, Instant now) {
        checks.refuse(request);
        var subject = visibility.caller().subject();
        var award = new Award(request, applicationId, schemes.budgetLine(request), now, subject);
        award.decisions.add(
                new AwardDecision(award, AwardDecisionKind.GRANT, award.decidedOn, award.decidedBy, award.amount)
                        .recorded(Ids.next(now), now, subject));
        awards.store(award);
        made.fire(new AwardMade(AwardSummary.of(award)));
        booking.promise(award);
        return award;
    }
}
