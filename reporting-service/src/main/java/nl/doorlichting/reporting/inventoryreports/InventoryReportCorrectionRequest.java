package nl.doorlichting.reporting.inventoryreports;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import nl.doorlichting.api.json.FormTexts;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.json.HasCrossFieldRules;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.reporting.inventoryreports.InventoryReportRequest.BeforeTheStart;
import nl.doorlichting.reporting.inventoryreports.InventoryReportRequest.Lessons;
import nl.doorlichting.reporting.inventoryreports.InventoryReportRequest.Outcomes;
import nl.doorlichting.reporting.inventoryreports.InventoryReportRequest.Project;
import nl.doorlichting.reporting.inventoryreports.InventoryReportRequest.SetUp;
import nl.doorlichting.reporting.inventoryreports.InventoryReportRequest.Sources;

/**
 * What an approved or published report should have stated; it still states everything that submission requires. Its
 * programme and reference stay.
 *
 * @param reason why the report has to be corrected, in words
 * @param roundId id of the round of research (id of /v1/inventory-rounds) that made the report; absent where the source
 *     does not state it. A round that is stated stays: another value, or to leave it out, is 400
 * @param title title of the report
 * @param projects the projects that the report is about, each once; a project in another report of the same round, or
 *     in another report without a round where this one has none, is 409; required, at least one: 400 if absent
 * @param introduction what the project is and why it came about, in words; required: 400 if absent
 * @param before how the project came about, before the start; absent where nothing of it is stated
 * @param setUp how the project was set up; required with its targetGroup and its approach: 400 if absent
 * @param outcomes what came of the project; absent where nothing of it is stated
 * @param goalAttainment whether the project reached its goal, in words; not how many people were reached; required: 400
 *     if absent
 * @param reach whom the project reached and how many, in words; the figures themselves are observations
 *     (/v1/reach-observations); required: 400 if absent
 * @param lessons lessons for others; absent where none is stated
 * @param embedding whether the work of the project will last, in words; absent where it is not stated
 * @param sources what the report draws on; required, with one number above zero or one named source: 400 if absent
 * @param language language of title and texts, by its two letters: nl or en; nl if absent. Its projects are public in it
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

        @Pattern(regexp = "^(nl|en)$", message = FormTexts.DUTCH_OR_ENGLISH)
        String language,

        @Size(min = 1, max = 500) String source,
        @Size(min = 1, max = 2000) String note)
        implements HasCrossFieldRules {
    public InventoryReportCorrectionRequest {
        language = Objects.requireNonNullElse(language, InventoryReportRequest.DUTCH);
    }

    @Override
    public List<Violation> crossViolations() {
        return corrected(null, null).crossViolations();
    }

    /** What a correction with these changes of this content states; 400 for one that changes nothing. */
    static InventoryReportCorrectionRequest of(InventoryReportRequest stated, MergePatch changes) {
        return of(stated, changes, refused -> {});
    }

    /**
     * The same.
     *
     * @param refuseMisfits of the report that is corrected so by changes that are refused already; any field can be null
     */
    static InventoryReportCorrectionRequest of(
            InventoryReportRequest stated, MergePatch changes, Consumer<InventoryReportRequest> refuseMisfits) {
        return changes.correctionOf(
                unchanged(stated),
                InventoryReportCorrectionRequest.class,
                refused -> ProblemException.noted(
                        () -> refuseMisfits.accept(refused.corrected(stated.programme(), stated.reference()))));
    }

    private static InventoryReportCorrectionRequest unchanged(InventoryReportRequest stated) {
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
                stated.language(),
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
                language,
                source,
                note);
    }
}
