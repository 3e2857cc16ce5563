package nl.doorlichting.training.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import nl.doorlichting.training.registrations.RegisteredPeople;

/** One batch of each job, in a transaction of its own, so that a kill loses no more than that. */
@ApplicationScoped
class PersonalDataUpkeepService {
    private static final int BATCH = 500;

    private final RegisteredPeople people;

    PersonalDataUpkeepService(RegisteredPeople people) {
        this.people = people;
    }

    @Transactional
    int eraseOverdue() {
        return people.eraseOverdue(BATCH);
    }

    @Transactional
    int reseal() {
        return people.reseal(BATCH);
    }
}
