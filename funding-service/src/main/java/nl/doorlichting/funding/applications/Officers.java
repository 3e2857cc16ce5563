package nl.doorlichting.funding.applications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import nl.doorlichting.funding.FundingAccess;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.platform.time.DutchCalendar;

/** The officers that an application can be assigned to: subjects that read or handled applications in that role. */
@ApplicationScoped
class Officers {
    private static final int MOST_NAMED = 100;

    private final EntityManager entities;
    private final CurrentCaller caller;
    private final DutchCalendar calendar;

    /** Those that are stored: an officer is written once, and looked up once by each instance. */
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    Officers(EntityManager entities, CurrentCaller caller, DutchCalendar calendar) {
        this.entities = entities;
        this.caller = caller;
        this.calendar = calendar;
    }

    /** Remembers the caller where it may handle applications. */
    void meet() {
        var subject = caller.get().subject();
        if (!caller.get().may(FundingAccess.DECIDE_APPLICATIONS) || known.contains(subject)) {
            return;
        }
        if (isStored(subject)) {
            known.add(subject);
            return;
        }
        entities.createNativeQuery(
                        "insert into officer (subject, met_at) values (:subject, :at) on conflict do nothing")
                .setParameter("subject", subject)
                .setParameter("at", calendar.now())
                .executeUpdate();
    }

    /** 400 with the known ones for a subject that is none of them. */
    void refuseUnknown(String subject) {
        if (!isStored(subject)) {
            throw ProblemException.violation(Violation.body(
                    "/officer",
                    ViolationCode.UNKNOWN_VALUE,
                    Map.of("allowed", some()),
                    Text.of("application.officer-unknown")));
        }
    }

    private boolean isStored(String subject) {
        return (Boolean) entities.createNativeQuery(
                        "select exists (select from officer where subject = :subject)", Boolean.class)
                .setParameter("subject", subject)
                .getSingleResult();
    }

    @SuppressWarnings("unchecked")
    private List<String> some() {
        return entities.createNativeQuery(
                        "select subject from officer order by met_at desc, subject limit " + MOST_NAMED, String.class)
                .getResultList();
    }
}
