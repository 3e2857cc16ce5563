package nl.doorlichting.training.advicequestions;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import nl.doorlichting.domain.vocabulary.AdviceTheme;
import nl.doorlichting.domain.vocabulary.AskerKind;
import nl.doorlichting.domain.vocabulary.Phenomenon;

/**
 * What a question for advice should have been recorded as, and its answer. The question itself stays as it was asked.
 *
 * @param reason why it was wrong, in words; personal data, encrypted and erased with the question
 * @param askedBy kind of asker as whom the question is asked: a code of the codelist asker-kinds
 * @param phenomenon what the question is about: a code of the codelist phenomena; absent where it is about none of them
 * @param organisationId organisation that asks, by its number, as in GM0988 (number of /v1/organisations); it is not
 *     checked; of no organisation if absent
 * @param answer the right answer in words; personal data, encrypted and erased with the question; absent before there is
 *     an answer
 * @param answeredOn day of the right answer, between the day of receipt and today, both included; absent before there is
 *     an answer
 */
public record AdviceQuestionCorrectionRequest(
        @NotBlank @Size(max = 2000) String reason,
        @NotNull AskerKind askedBy,
        @NotNull AdviceTheme theme,
        Phenomenon phenomenon,
        @Size(min = 1, max = 40) String organisationId,
        @Size(max = 8000) String answer,
        LocalDate answeredOn) {

    AdviceQuestionCorrectionRequest because(String why) {
        return new AdviceQuestionCorrectionRequest(why, askedBy, theme, phenomenon, organisationId, answer, answeredOn);
    }

    /** Without the texts, which may speak of people. */
    @Override
    public String toString() {
        return "AdviceQuestionCorrectionRequest";
    }
}
