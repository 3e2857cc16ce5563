package nl.doorlichting.training.evaluations;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * The judgement of a participant about a training session.
 *
 * @param code the single-use code that the participant was given; it is not stored with the answer
 * @param rating overall rating of the session by the participant, from 1 (worst) to 10 (best)
 * @param knowledgeGained whether the participant knows more about the subject of the session than before; not answered
 *     if absent
 * @param applicable whether the participant can use at work what the session taught; not answered if absent
 * @param sharedWithPartners whether the participant shares what the session taught with partners in the network of the
 *     participant, or is going to; not answered if absent
 * @param remarks remarks of the participant, in words and without names of persons; none if absent
 */
public record EvaluationRequest(
        @NotBlank @Size(max = 100) String code,
        @NotNull @Min(1) @Max(10) Integer rating,
        Boolean knowledgeGained,
        Boolean applicable,
        Boolean sharedWithPartners,
        @Size(min = 1, max = 2000) String remarks) {

    /** Without the code: a record's own text would carry it into any message. */
    @Override
    public String toString() {
        return "EvaluationRequest";
    }
}
