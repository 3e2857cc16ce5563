package nl.doorlichting.funding.awards;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Makes the award of an application that was granted. */
@ApplicationScoped
public class AwardGranting {
    private final AwardMaking making;
    private final AwardRepository awards;
    private final AwardDays days;

    AwardGranting(AwardMaking making, AwardRepository awards, AwardDays days) {
        this.making = making;
        this.awards = awards;
        this.days = days;
    }

    /** A number for the award of a decision taken today. */
    public String nextNumber() {
        return awards.nextNumber(days.today().getYear());
    }

    /**
     * The id of the award that the decision makes, in the decision's own transaction; refused as an award that is
     * recorded by hand would be: 400 for a share outside the bounds, 409 without room in the budget.
     */
    public UUID grant(UUID applicationId, AwardRequest request) {
        return making.make(request, applicationId, days.now()).id;
    }
}
