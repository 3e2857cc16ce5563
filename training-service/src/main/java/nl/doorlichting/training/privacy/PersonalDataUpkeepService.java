package nl.doorlichting.training.privacy;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.function.ToIntFunction;
import nl.doorlichting.platform.audit.AuditEvent;
import nl.doorlichting.platform.audit.AuditTrail;
import nl.doorlichting.training.personaldata.PersonalDataUpkeep;

/** One batch of each job, in its own transaction, so that a crash loses one batch at most. */
@ApplicationScoped
class PersonalDataUpkeepService {
    private static final int BATCH = 500;

    private final List<PersonalDataUpkeep> features;
    private final AuditTrail trail;

    PersonalDataUpkeepService(@All List<PersonalDataUpkeep> features, AuditTrail trail) {
        this.features = features;
        this.trail = trail;
    }

    @Transactional
    int eraseOverdue() {
        var erased = first(one -> one.eraseOverdue(BATCH));
        if (erased > 0) {
            trail.record(AuditEvent.ofJob(PersonalDataJobs.ERASE, "erasePersonalData", "/v1/personal-data/erasure"));
        }
        return erased;
    }

    @Transactional
    int reseal() {
        return first(one -> one.reseal(BATCH));
    }

    /** Runs a batch of the first feature that has work, and returns its size. */
    private int first(ToIntFunction<PersonalDataUpkeep> batch) {
        return features.stream()
                .mapToInt(batch)
                .filter(done -> done > 0)
                .findFirst()
                .orElse(0);
    }
}
