package nl.doorlichting.funding.applications;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The last request to complete an application (Awb 4:5).
 *
 * @param deadline last day to complete it
 * @param missing what was missing, as the applicant was told
 * @param completedOn day that it was submitted again; null while it was not
 */
@Schema(name = "ApplicationCompletion")
public record CompletionResponse(
        LocalDate requestedOn,
        LocalDate deadline,
        String missing,
        @Schema(nullable = true) LocalDate completedOn) {

    static CompletionResponse from(CaseProgress handling) {
        return handling == null || handling.completionDeadline() == null
                ? null
                : new CompletionResponse(
                        handling.completionRequestedOn(),
                        handling.completionDeadline(),
                        handling.completionMissing(),
                        handling.completedOn());
    }
}
