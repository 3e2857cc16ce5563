package nl.doorlichting.training.advicequestions;

import jakarta.validation.constraints.Size;
import nl.doorlichting.platform.json.NaturalId;

/**
 * Who answers a question for advice.
 *
 * @param assignedTo subject of the token of the coordinator who is to answer: one who planned or changed a
 *     session, or worked at the advice desk, an unknown one being 409; nobody if absent
 */
public record AdviceAssignmentRequest(
        @Size(min = 1, max = 200) @NaturalId String assignedTo) {}
