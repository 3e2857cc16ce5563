package nl.doorlichting.training.coordinators;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.queries.ScalarQuery;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.platform.time.DutchCalendar;
import nl.doorlichting.training.TrainingAccess;

/**
 * The coordinators that a question can be assigned to: subjects that wrote sessions or worked at the advice desk in that
 * role, or do so now. Roles are in tokens, so that no other subject is known to have it.
 */
@ApplicationScoped
public class Coordinators {
    private final EntityManager entities;
    private final CurrentCaller caller;
    private final DutchCalendar calendar;

    /** Those that are stored: a coordinator is written once, and looked up once by each instance. */
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    Coordinators(EntityManager entities, CurrentCaller caller, DutchCalendar calendar) {
        this.entities = entities;
        this.caller = caller;
        this.calendar = calendar;
    }

    /** Remembers the caller, which writes, where it is a coordinator. */
    public void meet() {
        var subject = caller.get().subject();
        if (!caller.get().may(TrainingAccess.WRITE_TRAININGS) || known.contains(subject)) {
            return;
        }
        if (isStored(subject)) {
            known.add(subject);
            return;
        }
        entities.createNativeQuery("insert into training_coordinator (subject, met_at) values (:subject, :at)"
                        + " on conflict do nothing")
                .setParameter("subject", subject)
                .setParameter("at", calendar.now())
                .executeUpdate();
    }

    /** 409 for a subject that is no known coordinator; null passes. */
    public void refuseUnknown(String pointer, String subject) {
        if (subject != null && !isCaller(subject) && !isStored(subject)) {
            throw ProblemException.unknownReference(pointer, subject, Text.of("advice.coordinator-unknown"));
        }
    }

    private boolean isCaller(String subject) {
        return caller.get().subject().equals(subject) && caller.get().may(TrainingAccess.WRITE_TRAININGS);
    }

    private boolean isStored(String subject) {
        return ScalarQuery.of(
                        entities,
                        "select exists (select from training_coordinator where subject = :subject)",
                        Boolean.class)
                .setParameter("subject", subject)
                .getSingleResult();
    }
}
