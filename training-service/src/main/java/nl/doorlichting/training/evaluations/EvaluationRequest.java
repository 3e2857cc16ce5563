package nl.doorlichting.training.evaluations;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * The judgement of a participant; a field that is absent is not stated.
 *
 * @param code the single-use code that the participant was given; it is not stored with the answer
 * @param rating overall rating, from 1 (worst) to 10 (best)
 * @param knowledgeGained whether the participant knows more than before; not answered if absent
 * @param applicable whether the participant can use it at work; not answered if absent
 * @param sharedWithPartners whether it is or will be shared with partners in the network; not answered if absent
 * @param remarks remarks in words, without names of persons; none if absent
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
