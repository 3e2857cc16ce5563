package nl.doorlichting.funding.applications;

import java.util.UUID;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.funding.PerformedBy;
import nl.doorlichting.funding.awards.AwardRequest;

/** The award that a granted application comes to: what was asked, for the amount that was decided. */
final class GrantedAward {
    private GrantedAward() {}

    /**
     * The conditions are the scheme's, and so is the budget line where the decision names none; the day to account by
     * follows from the period.
     */
    static AwardRequest of(Application application, Money amount, UUID budgetLineId, String number, PerformedBy act) {
        var plan = application.plan;
        return new AwardRequest(
                application.programme,
                application.scheme,
                application.fundingInstrument,
                number,
                application.organisationId,
                null,
                plan.title,
                amount,
                ApplicationFinancing.money(application.financing.totalCost()),
                plan.purpose,
                budgetLineId,
                null,
                act.day(),
                act.subject(),
                application.handling.officer(),
                plan.period(),
                null,
                plan.track,
                plan.actionLine,
                plan.place(),
                plan.partnerMunicipalities(),
                null,
                null,
                null);
    }
}
