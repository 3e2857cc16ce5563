package nl.doorlichting.training.advicequestions;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.ListKeys;
import nl.doorlichting.platform.lists.Lists;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.lists.SortKey;
import nl.doorlichting.platform.queries.RowQuery;
import nl.doorlichting.training.VersionedRepository;
import nl.doorlichting.training.personaldata.PersonalData;
import nl.doorlichting.training.personaldata.PersonalDataUpkeep.Overdue;

@ApplicationScoped
class AdviceQuestionRepository implements VersionedRepository<AdviceQuestion> {
    private static final ListKeys KEYS = new ListKeys(
            SortKey.of("id", UUID.class),
            "receivedOn",
            List.of(
                    SortKey.of("receivedOn", LocalDate.class),
                    SortKey.of("dueOn", LocalDate.class),
                    SortKey.of("createdAt", Instant.class)));

    Page<AdviceQuestion> page(Filter filter, PageRequest request) {
        return new Lists(getEntityManager()).page(AdviceQuestion.class, filter, KEYS, request);
    }

    /** The newest of these. */
    List<AdviceQuestion> newest(Filter filter, int atMost) {
        var query = getEntityManager()
                .createQuery(
                        "from AdviceQuestion e" + filter.clause() + " order by e.receivedOn desc, e.id desc",
                        AdviceQuestion.class)
                .setMaxResults(atMost);
        filter.parameters().forEach(query::setParameter);
        return query.getResultList();
    }

    /** Questions that this account asked or recorded and that are not erased, the oldest first. */
    List<AdviceQuestion> ofAsker(String subject) {
        return list("createdBy = ?1 and erasedAt is null order by createdAt", subject);
    }

    /** Erases the texts and the asker and returns 1, or 0 when they were erased before. */
    int erase(UUID id, Instant at) {
        getEntityManager().flush();
        return ((Number) getEntityManager()
                        .createNativeQuery("select erase_advice_question(:id, :at)")
                        .setParameter("id", id)
                        .setParameter("at", at)
                        .getSingleResult())
                .intValue();
    }

    int eraseOverdue(LocalDate last, Instant at, int atMost) {
        return ((Number) getEntityManager()
                        .createNativeQuery("""
                        with overdue as materialized (
                            select id from advice_question
                            where erased_at is null and coalesce(answered_on, due_on) < :last
                            limit :most for update skip locked)
                        select coalesce(sum(erase_advice_question(id, :at)), 0) from overdue
                        """)
                        .setParameter("last", last)
                        .setParameter("at", at)
                        .setParameter("most", atMost)
                        .getSingleResult())
                .intValue();
    }

    Overdue overdue(LocalDate last) {
        return Overdue.of(RowQuery.of(getEntityManager(), """
                        select count(*), coalesce(max(:last - coalesce(answered_on, due_on)), 0) from advice_question
                        where erased_at is null and coalesce(answered_on, due_on) < :last
                        """).setParameter("last", last));
    }

    /** Some questions with a text in the clear or sealed by a former key. */
    List<AdviceQuestion> toSeal(PersonalData data, int atMost) {
        return lockSealed(
                AdviceQuestion.class,
                "select e.* from advice_question e where e.question <> '' or e.answer <> '' or e.key_id in (:keys)",
                data,
                atMost);
    }
}
