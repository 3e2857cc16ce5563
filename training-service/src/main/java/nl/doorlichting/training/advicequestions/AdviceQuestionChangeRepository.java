package nl.doorlichting.training.advicequestions;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.training.personaldata.PersonalData;

@ApplicationScoped
class AdviceQuestionChangeRepository implements PanacheRepositoryBase<AdviceQuestionChange, UUID> {
    /** The changes of a question, the oldest first. */
    List<AdviceQuestionChange> of(UUID questionId) {
        return list("questionId = ?1 order by id", questionId);
    }

    /** Some changes with texts sealed by a former key. */
    @SuppressWarnings("unchecked")
    List<AdviceQuestionChange> toSeal(PersonalData data, int atMost) {
        var keys = data.formerKeys();
        return keys.isEmpty()
                ? List.of()
                : getEntityManager()
                        .createNativeQuery(
                                "select e.* from advice_question_change e where e.key_id in (:keys) limit :most"
                                        + " for update of e skip locked",
                                AdviceQuestionChange.class)
                        .setParameter("keys", keys)
                        .setParameter("most", atMost)
                        .getResultList();
    }
}
