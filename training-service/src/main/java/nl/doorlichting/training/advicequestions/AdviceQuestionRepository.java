package nl.doorlichting.training.advicequestions;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.doorlichting.kernel.paging.Filter;
import nl.doorlichting.kernel.paging.ListKeys;
import nl.doorlichting.kernel.paging.Lists;
import nl.doorlichting.kernel.paging.Page;
import nl.doorlichting.kernel.paging.PageRequest;
import nl.doorlichting.kernel.paging.SortKey;
import nl.doorlichting.kernel.vocabulary.AdviceQuestionStatus;

@ApplicationScoped
class AdviceQuestionRepository implements PanacheRepositoryBase<AdviceQuestion, UUID> {
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

    /** The condition of {@link AdviceQuestion#status}, for lists. */
    static Filter withStatus(Filter filter, AdviceQuestionStatus status, LocalDate today) {
        return switch (status) {
            case ANSWERED -> filter.where("e.answeredOn is not null");
            case OPEN -> filter.where("e.answeredOn is null").where("e.dueOn >= :today", "today", today);
            case OVERDUE -> filter.where("e.answeredOn is null").where("e.dueOn < :today", "today", today);
        };
    }

    Optional<AdviceQuestion> findByReference(String programme, String reference) {
        return reference == null
                ? Optional.empty()
                : find("programme = ?1 and reference = ?2", programme, reference)
                        .firstResultOptional();
    }

    /** The question, which nobody else can answer until the transaction ends. */
    Optional<AdviceQuestion> findForChange(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }
}
