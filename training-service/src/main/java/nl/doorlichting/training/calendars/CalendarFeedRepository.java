package nl.doorlichting.training.calendars;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.doorlichting.platform.queries.RowQuery;
import nl.doorlichting.training.VersionedRepository;
import nl.doorlichting.training.personaldata.PersonalData;
import nl.doorlichting.training.personaldata.PersonalDataUpkeep.Overdue;

@ApplicationScoped
class CalendarFeedRepository implements VersionedRepository<CalendarFeed> {

    /** The feed with this key, if it is valid on this day. */
    Optional<CalendarFeed> findByKey(String key, LocalDate today) {
        return find("keyHash = ?1 and expiresOn > ?2", CalendarFeed.hash(key), today)
                .firstResultOptional();
    }

    /** Those of this account that are valid on this day, the oldest first. */
    List<CalendarFeed> ofOwner(String subject, LocalDate today) {
        return list("createdBy = ?1 and expiresOn > ?2 order by createdAt, id", subject, today);
    }

    /** Deletes all of this account and returns how many they were. */
    int deleteOf(String subject) {
        return (int) delete("createdBy", subject);
    }

    /** Deletes a batch of those whose term ended and returns its size. */
    int deleteOverdue(LocalDate today, int atMost) {
        return getEntityManager()
                .createNativeQuery("""
                        delete from calendar_feed where id in (
                            select id from calendar_feed where expires_on <= :today
                            limit :most for update skip locked)
                        """)
                .setParameter("today", today)
                .setParameter("most", atMost)
                .executeUpdate();
    }

    Overdue overdue(LocalDate today) {
        return Overdue.of(RowQuery.of(
                        getEntityManager(),
                        "select count(*), coalesce(max(:today - expires_on), 0) from calendar_feed where expires_on <= :today")
                .setParameter("today", today));
    }

    /** Some with an address that a former key sealed. */
    List<CalendarFeed> toSeal(PersonalData data, int atMost) {
        return data.formerKeys().isEmpty()
                ? List.of()
                : lockSealed(
                        CalendarFeed.class, "select e.* from calendar_feed e where e.key_id in (:keys)", data, atMost);
    }
}
