package nl.doorlichting.funding.awards;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.funding.schemes.SchemeTerms;
import nl.doorlichting.platform.problems.Violation;

/** Makes the award of an application that was granted. */
@ApplicationScoped
public class AwardGranting {
    private final AwardMaking making;
    private final AwardSchemes schemes;
    private final AwardRepository awards;
    private final AwardDays days;

    AwardGranting(AwardMaking making, AwardSchemes schemes, AwardRepository awards, AwardDays days) {
        this.making = making;
        this.schemes = schemes;
        this.awards = awards;
        this.days = days;
    }

    /** A number for the award of a decision taken today. */
    public String nextNumber() {
        return awards.nextNumber(days.today().getYear());
    }

    /**
     * Notes what else than kind and share stands in the way of an award that is decided on this day: its recipient must be
     * there, and there must be a line to charge it to, stated or the scheme's.
     */
    public void check(
            String organisationId, LocalDate day, SchemeTerms terms, UUID budgetLineId, List<Violation> violations) {
        schemes.checkRecipient(organisationId, day, violations);
        AwardSchemes.checkLine(terms, budgetLineId, violations);
    }

    /**
     * The id of the award that the decision makes, in the decision's own transaction; refused as an award that is
     * recorded by hand would be: 400 for a share outside the bounds, 409 without room in the budget.
     */
    public UUID grant(UUID applicationId, AwardRequest request) {
        return making.make(request, applicationId, days.now()).id;
    }
}
