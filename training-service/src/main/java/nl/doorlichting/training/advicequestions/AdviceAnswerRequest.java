package nl.doorlichting.training.advicequestions;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * The answer to a question.
 *
 * @param answer the answer in words; personal data, encrypted and erased with the question
 * @param answeredOn day of the answer, between the day of receipt and today, both included; today if absent
 */
public record AdviceAnswerRequest(
        @NotBlank @Size(max = 8000) String answer, LocalDate answeredOn) {

    /** Without the answer, which may speak of people. */
    @Override
    public String toString() {
        return "AdviceAnswerRequest";
    }
}
