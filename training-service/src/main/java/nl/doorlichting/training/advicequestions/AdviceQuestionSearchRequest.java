package nl.doorlichting.training.advicequestions;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * What to look for in questions for advice and their answers.
 *
 * @param text part of a question or of its answer, in any case; it may be a name, so it is in no URL and is not stored
 */
public record AdviceQuestionSearchRequest(
        @NotBlank @Size(max = 200) String text) {

    /** Without the text, which may be a name. */
    @Override
    public String toString() {
        return "AdviceQuestionSearchRequest";
    }
}
