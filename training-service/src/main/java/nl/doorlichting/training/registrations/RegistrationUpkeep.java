package nl.doorlichting.training.registrations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.doorlichting.training.personaldata.PersonalData;
import nl.doorlichting.training.personaldata.PersonalDataUpkeep.Overdue;

/**
 * What jobs do to registrations, a batch at a time. A batch takes rows that no other instance is at ({@code skip
 * locked}), and each leaves the rows that it did: so several may run, one may be killed, and a second run finds nothing.
 */
@ApplicationScoped
class RegistrationUpkeep {
    // A date that went back into the past may be a slip of the pen: its grace has to end too.
    private static final String OVERDUE = """
            r.erased_at is null and s.session_date + t.retention_days < :today
                and coalesce(s.erase_not_before <= :today, true)""";

    private final EntityManager entities;

    RegistrationUpkeep(EntityManager entities) {
        this.entities = entities;
    }

    int eraseOverdue(LocalDate today, Instant now, int atMost) {
        return entities.createNativeQuery("""
                        with overdue as materialized (
                            select r.id from registration r
                            join training_session s on s.id = r.session_id
                            join training_type t on t.code = s.training_type
                            where %s
                            limit :most for update of r skip locked)
                        update registration r set subject = null, key_id = null, name = null, email = null,
                            email_index = null, erased_at = :now, version = version + 1,
                            created_by = case when created_by = subject then 'erased' else created_by end
                        from overdue where r.id = overdue.id
                        """.formatted(OVERDUE))
                .setParameter("today", today)
                .setParameter("now", now)
                .setParameter("most", atMost)
                .executeUpdate();
    }

    Overdue overdue(LocalDate today) {
        var row = (Object[]) entities.createNativeQuery("""
                        select count(*), coalesce(max(
                            :today - greatest(s.session_date + t.retention_days, s.erase_not_before)), 0)
                        from registration r
                        join training_session s on s.id = r.session_id
                        join training_type t on t.code = s.training_type
                        where %s
                        """.formatted(OVERDUE), Object[].class)
                .setParameter("today", today)
                .getSingleResult();
        return new Overdue(((Number) row[0]).longValue(), ((Number) row[1]).longValue());
    }

    int reseal(PersonalData data, int atMost) {
        if (data.formerKeys().isEmpty()) {
            return 0;
        }
        var found = entities.createNativeQuery("""
                        select * from registration where key_id in :former limit :most for update skip locked
                        """, Registration.class)
                .setParameter("former", data.formerKeys())
                .setParameter("most", atMost)
                .getResultList();
        @SuppressWarnings("unchecked")
        var registrations = (List<Registration>) found;
        registrations.forEach(one -> one.reseal(data));
        return registrations.size();
    }
}
