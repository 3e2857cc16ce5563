package nl.doorlichting.reporting.inventoryreports;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.platform.json.HasCrossFieldRules;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.reporting.inventoryreports.InventoryReportRequest.BeforeTheStart;
import nl.doorlichting.reporting.inventoryreports.InventoryReportRequest.Lessons;
import nl.doorlichting.reporting.inventoryreports.InventoryReportRequest.Outcomes;
import nl.doorlichting.reporting.inventoryreports.InventoryReportRequest.Project;
import nl.doorlichting.reporting.inventoryreports.InventoryReportRequest.SetUp;
import nl.doorlichting.reporting.inventoryreports.InventoryReportRequest.Sources;

/**
 * What a locked report should have stated; it still states everything that submission requires. Its programme and reference
 * stay.
 *
 * @param reason why the report has to be corrected, in words
 * @param roundId id of the round of research that the report is of; absent where the source does not state it. Once
 *     stated it cannot be changed: another value, or to leave it out, is 400
 * @param projects the projects that the report is about; a project is in one report of a round at most; required, at
 *     least one: 400 if absent
 * @param introduction introduction of the report, in words; required: 400 if absent
 * @param before how the project came about; may stay absent
 * @param setUp how the project was set up; required with its targetGroup and its approach: 400 if absent
 * @param outcomes what came of the project; may stay absent
 * @param goalAttainment whether the goal was attained, in words; not how many people were reached; required: 400 if
 *     absent
 * @param reach whom the project reached, in words; figures are reach observations; required: 400 if absent
 * @param lessons lessons for others; may stay absent
 * @param embedding whether it will last, in words; may stay absent
 * @param sources what the report draws on; required, with one number above zero or one named source: 400 if absent
 * @param source where the report is taken from, in words: the document and its page or line; required: 400 if absent
 */
public record InventoryReportCorrectionRequest(
        @NotBlank @Size(max = 2000) String reason,
        UUID roundId,
        @NotBlank @Size(max = 200) String title,
        @Valid @Size(max = 100) List<@NotNull @Valid Project> projects,
        @Size(min = 1, max = InventoryReportRequest.LONG) String introduction,
        @Valid BeforeTheStart before,
        @Valid SetUp setUp,
        @Valid Outcomes outcomes,
        @Size(min = 1, max = InventoryReportRequest.LONG) String goalAttainment,
        @Size(min = 1, max = InventoryReportRequest.LONG) String reach,
        @Valid Lessons lessons,
        @Size(min = 1, max = InventoryReportRequest.LONG) String embedding,
        @Valid Sources sources,
        @Size(min = 1, max = 500) String source,
        @Size(max = 2000) String note)
        implements HasCrossFieldRules {

    @Override
    public List<Violation> crossViolations() {
        return corrected(null, null).crossViolations();
    }

    /** The correction that changes nothing of this content, without its reason. */
    static InventoryReportCorrectionRequest of(InventoryReportRequest stated) {
        return new InventoryReportCorrectionRequest(
                null,
                stated.roundId(),
                stated.title(),
                stated.projects(),
                stated.introduction(),
                stated.before(),
                stated.setUp(),
                stated.outcomes(),
                stated.goalAttainment(),
                stated.reach(),
                stated.lessons(),
                stated.embedding(),
                stated.sources(),
                stated.source(),
                stated.note());
    }

    /** The request that would have stated the content right the first time. */
    InventoryReportRequest corrected(String programme, String reference) {
        return new InventoryReportRequest(
                programme,
                roundId,
                reference,
                title,
                projects,
                introduction,
                before,
                setUp,
                outcomes,
                goalAttainment,
                reach,
                lessons,
                embedding,
                sources,
                source,
                note);
    }
}
