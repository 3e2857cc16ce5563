package nl.doorlichting.training.evaluations;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import nl.doorlichting.training.evaluations.EvaluationSums.Agreement;

/** One participant's judgement of a session, without the participant, the code and the time. */
@Entity
@Table(name = "evaluation")
class Evaluation {
    @Id
    private UUID id;

    @Column(name = "session_id")
    private UUID sessionId;

    private int rating;

    @Column(name = "knowledge_gained")
    private Boolean knowledgeGained;

    private Boolean applicable;

    @Column(name = "shared_with_partners")
    private Boolean sharedWithPartners;

    private String remarks;

    // Whether a step of the session contains the answer. The steps set it in SQL.
    private boolean shown;

    /** For the persistence provider. */
    protected Evaluation() {}

    /** An answer with a random id, because an id that sorts by time would reveal the order of the answers. */
    Evaluation(UUID sessionId, EvaluationRequest request) {
        this.id = UUID.randomUUID();
        this.sessionId = sessionId;
        this.rating = request.rating();
        this.knowledgeGained = request.knowledgeGained();
        this.applicable = request.applicable();
        this.sharedWithPartners = request.sharedWithPartners();
        this.remarks = request.remarks();
    }

    /** The sums of this one answer. */
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

    UUID id() {
        return id;
    }

    String remarks() {
        return remarks;
    }
}
