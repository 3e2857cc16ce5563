package nl.doorlichting.training.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import nl.doorlichting.kernel.audit.AuditEvent;
import nl.doorlichting.kernel.audit.AuditTrail;
import nl.doorlichting.training.registrations.RegisteredPeople;

/** One batch of each job, in a transaction of its own, so that a kill loses no more than that. */
@ApplicationScoped
class PersonalDataUpkeepService {
    private static final int BATCH = 500;

    private final RegisteredPeople people;
    private final AuditTrail trail;

    PersonalDataUpkeepService(RegisteredPeople people, AuditTrail trail) {
        this.people = people;
        this.trail = trail;
    }

    @Transactional
    int eraseOverdue() {
        var erased = people.eraseOverdue(BATCH);
        if (erased > 0) {
            trail.record(AuditEvent.ofJob(PersonalDataJobs.ERASE, "erasePersonalData", "/v1/personal-data/erasure"));
        }
        return erased;
    }

    @Transactional
    int reseal() {
        return people.reseal(BATCH);
    }
}
