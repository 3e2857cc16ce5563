package nl.doorlichting.training.evaluations;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import nl.doorlichting.training.evaluations.EvaluationSums.Agreement;

/** One participant's judgement of a session. Nothing in it says whose, with which code, or when. */
@Entity
@Table(name = "evaluation")
class Evaluation {
    @Id
    UUID id;

    @Column(name = "session_id")
    UUID sessionId;

    int rating;

    @Column(name = "knowledge_gained")
    Boolean knowledgeGained;

    Boolean applicable;

    @Column(name = "shared_with_partners")
    Boolean sharedWithPartners;

    String remarks;

    // Whether a step of the session holds the answer. The steps set it.
    boolean shown;

    /** For the persistence provider. */
    protected Evaluation() {}

    /** An answer under a random id: one that sorts by time would tell the order in which people answered. */
    Evaluation(UUID sessionId, EvaluationRequest request) {
        this.id = UUID.randomUUID();
        this.sessionId = sessionId;
        this.rating = request.rating();
        this.knowledgeGained = request.knowledgeGained();
        this.applicable = request.applicable();
        this.sharedWithPartners = request.sharedWithPartners();
        this.remarks = request.remarks();
    }

    /** What this one answer adds. */
    EvaluationSums sums() {
        return new EvaluationSums(
                0,
                1,
                rating,
                (long) rating * rating,
                Agreement.of(knowledgeGained),
                Agreement.of(applicable),
                Agreement.of(sharedWithPartners));
    }
}
