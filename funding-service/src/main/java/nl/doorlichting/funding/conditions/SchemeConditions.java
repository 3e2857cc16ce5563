package nl.doorlichting.funding.conditions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.funding.awards.AwardEvent;
import nl.doorlichting.funding.awards.AwardSummary;
import nl.doorlichting.funding.schemes.SchemeCondition;
import nl.doorlichting.funding.schemes.Schemes;
import nl.doorlichting.platform.caller.CurrentCaller;

/** Copies the conditions of its scheme to a new award, so that what was agreed then stays what was agreed. */
@ApplicationScoped
class SchemeConditions {
    private final ConditionRepository conditions;
    private final Schemes schemes;
    private final CurrentCaller caller;
    private final Clock clock;

    SchemeConditions(ConditionRepository conditions, Schemes schemes, CurrentCaller caller, Clock clock) {
        this.conditions = conditions;
        this.schemes = schemes;
        this.caller = caller;
        this.clock = clock;
    }

    void copy(@Observes AwardEvent.Created created) {
        var award = created.award();
        if (award.scheme() != null) {
            schemes.require(award.scheme())
                    .conditions()
                    .forEach(condition -> conditions.persist(copy(award, condition)));
        }
    }

    private AwardCondition copy(AwardSummary award, SchemeCondition condition) {
        var enforceable =
                condition.enforceable() && award.fundingInstrument() != FundingInstrument.DECENTRALISATION_GRANT;
        var request = new ConditionRequest(
                condition.text(),
                enforceable,
                condition.dueFor(award.decidedOn()),
                null,
                null,
                "scheme " + award.scheme());
        return new AwardCondition(award, request, clock.instant(), caller.get().subject());
    }
}
