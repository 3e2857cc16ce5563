package nl.doorlichting.training.advicequestions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.doorlichting.domain.vocabulary.AdviceTheme;
import nl.doorlichting.domain.vocabulary.AskerKind;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.platform.responses.Personal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a question for advice stated before each change, the oldest first; empty for one that was never changed. */
public record AdviceQuestionHistory(List<AdviceQuestionVersion> items) {

    /**
     * What a question stated before it was corrected or withdrawn, and why.
     *
     * @param phenomenon what the question was about: a code of the codelist phenomena; null where it was about none of them
     * @param organisationId organisation that asked, by its number, as in GM0988 (number of /v1/organisations); null for none
     * @param answer the answer as it was given, in words; null where there was none, and once texts are erased
     * @param answeredOn day on which this answer was given; null where there was none
     * @param withdrawn whether this change withdrew the question; else it corrected it
     * @param reason why the question was changed, in words; null once texts are erased
     * @param changedAt moment of the change
     * @param changedBy subject of the token that changed it; null to the asker, and empty where the asker is erased
     */
    public record AdviceQuestionVersion(
            AskerKind askedBy,
            AdviceTheme theme,
            @Schema(nullable = true) Phenomenon phenomenon,
            @Schema(nullable = true) String organisationId,
            @Personal @Schema(nullable = true) String answer,
            @Schema(nullable = true) LocalDate answeredOn,
            boolean withdrawn,
            @Personal @Schema(nullable = true) String reason,
            Instant changedAt,
            @Schema(nullable = true) String changedBy) {

        /** Without the texts, which may speak of people. */
        @Override
        public String toString() {
            return "AdviceQuestionVersion";
        }
    }
}
