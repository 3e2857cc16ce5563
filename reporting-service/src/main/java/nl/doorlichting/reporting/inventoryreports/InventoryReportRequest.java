package nl.doorlichting.reporting.inventoryreports;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.place.Place;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.InterventionType;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.platform.json.HasCrossFieldRules;
import nl.doorlichting.platform.json.NaturalId;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.reporting.activity.ActivityFields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The content of an inventory report. A draft needs its programme and its title. Submission requires projects, of each
 * its selfEvaluation and independentEvaluation; introduction; targetGroup and approach of setUp; goalAttainment; reach;
 * sources, at least one; and source. Any other field may stay absent. That something was looked for and is not known is
 * stated in words.
 *
 * @param programme code of the programme, such as APR-2007-2011. It cannot be changed: another value is 400
 * @param roundId id of the round of research that the report is of; absent where the source does not state it, also for
 *     submission. Once stated it cannot be changed: another value, or to empty it, is 400
 * @param reference name that the caller gives the report, unique in its programme, as in weert/2010-1
 * @param title title of the report
 * @param projects the projects that the report is about; a project is in one report of a round at most; submission
 *     requires at least one; absent in a draft that does not state it yet
 * @param introduction introduction of the report, in words; required for submission; absent in a draft that does not
 *     state it yet
 * @param before how the project came about; may stay absent
 * @param setUp how the project was set up; submission requires its targetGroup and its approach; absent in a draft that
 *     does not state it yet
 * @param outcomes what came of the project; may stay absent
 * @param goalAttainment whether the goal was attained, in words; not how many people were reached; required for
 *     submission; absent in a draft that does not state it yet
 * @param reach whom the project reached, in words; figures are reach observations; required for submission; absent in a
 *     draft that does not state it yet
 * @param lessons lessons for others; may stay absent
 * @param embedding whether it will last, in words; may stay absent
 * @param sources what the report draws on; submission requires one number above zero or one named source; absent in a
 *     draft that does not state it yet
 * @param source where the report is taken from, in words: the document and its page or line; required for submission;
 *     absent in a draft that does not state it yet
 */
public record InventoryReportRequest(
        @NotBlank @Size(max = 40) String programme,
        UUID roundId,
        @Size(min = 1, max = 200) @NaturalId String reference,
        @NotBlank @Size(max = 200) String title,
        @Valid @Size(max = 100) List<@NotNull @Valid Project> projects,
        @Size(min = 1, max = LONG) String introduction,
        @Valid BeforeTheStart before,
        @Valid SetUp setUp,
        @Valid Outcomes outcomes,
        @Size(min = 1, max = LONG) String goalAttainment,
        @Size(min = 1, max = LONG) String reach,
        @Valid Lessons lessons,
        @Size(min = 1, max = LONG) String embedding,
        @Valid Sources sources,
        @Size(min = 1, max = 500) String source,
        @Size(max = 2000) String note)
        implements HasCrossFieldRules {

    /** Longest text of a section, in characters. */
    static final int LONG = 10_000;

    private static final int SHORT = 2000;
    private static final int MANY = 100;

    /**
     * A project that a report is about; a field that is absent is not stated, and only the two on evaluation are
     * required for submission.
     *
     * @param projectId id of the project (id of /v1/projects); it is not checked, so GET /v1/projects/{id} may answer
     *     404
     * @param organisationId number of the organisation that carries it out, as in GM0988 (number of /v1/organisations);
     *     it is not checked; may stay absent
     * @param place where the project worked: a scope and, where it is local, municipalities that exist on a day of the
     *     round, or on any day if the report names no round; of scope UNSPECIFIED where none is stated
     * @param selfEvaluation whether the project evaluated itself; required for submission; absent in a draft that does
     *     not state it yet
     * @param independentEvaluation whether an outsider evaluated it; required for submission; absent in a draft that
     *     does not state it yet
     */
    @Schema(name = "InventoryReportProjectRequest")
    public record Project(
            @NotNull UUID projectId,
            @Size(min = 1, max = 40) String organisationId,
            Track track,
            ActionLine actionLine,
            FundingInstrument fundingInstrument,
            @Size(max = 7) List<@NotNull InterventionType> interventionTypes,
            @Size(max = 10) List<@NotNull Phenomenon> phenomena,
            Place place,
            EvaluationStatus selfEvaluation,
            EvaluationStatus independentEvaluation)
            implements ActivityFields {}

    /**
     * How it came about: who took part, who backed it, who worked together.
     *
     * @param involvement who took part in making the plan, in words; may stay absent
     * @param support who backed the plan, in words; may stay absent
     * @param cooperation who worked together, in words; may stay absent
     */
    @Schema(name = "InventoryReportBeforeTheStartRequest")
    public record BeforeTheStart(
            @Size(min = 1, max = LONG) String involvement,
            @Size(min = 1, max = LONG) String support,
            @Size(min = 1, max = LONG) String cooperation) {}

    /**
     * For whom, against which risk factors as described beforehand, by whom, and why in this way.
     *
     * @param targetGroup for whom, in words; required for submission; absent in a draft that does not state it yet
     * @param riskFactors risk factors that the project was set up against, as described beforehand, one text each;
     *     empty where the report states none; may stay absent
     * @param organisation who carried it out and how, in words; may stay absent
     * @param approach what is done and how, in words; required for submission; absent in a draft that does not state it
     *     yet
     */
    @Schema(name = "InventoryReportSetUpRequest")
    public record SetUp(
            @Size(min = 1, max = LONG) String targetGroup,
            @Size(max = MANY) List<@NotBlank @Size(max = SHORT) String> riskFactors,
            @Size(min = 1, max = LONG) String organisation,
            @Size(min = 1, max = LONG) String approach) {}

    /**
     * What was made, what was spent of what was budgeted, and how the project watched itself.
     *
     * @param products what the project made, one text each; absent or empty where the report states nothing, which it
     *     may stay and which does not mean that nothing was made
     * @param budgeted what was budgeted for the project, in euros; not stated if absent, which it may stay
     * @param realised what was spent of it, in euros; not stated if absent, which it may stay
     * @param realisation what was carried out of the plan, in words; not stated if absent, which it may stay
     * @param monitoring how results were followed, in words; not stated if absent, which it may stay
     * @param selfEvaluation what the project found about itself, in words; not stated if absent, which it may stay
     */
    @Schema(name = "InventoryReportOutcomesRequest")
    public record Outcomes(
            @Size(max = MANY) List<@NotBlank @Size(max = SHORT) String> products,
            Money budgeted,
            Money realised,
            @Size(min = 1, max = LONG) String realisation,
            @Size(min = 1, max = LONG) String monitoring,
            @Size(min = 1, max = LONG) String selfEvaluation) {}

    /**
     * Risk factors that showed, what to do, and what not to.
     *
     * @param riskFactors risk factors that showed during the work, one text each; empty where the report states none;
     *     may stay absent
     * @param dos what others had better do, one text each; empty where the report states none; may stay absent
     * @param donts what others had better not do, one text each; empty where the report states none; may stay absent
     */
    @Schema(name = "InventoryReportLessonsRequest")
    public record Lessons(
            @Size(max = MANY) List<@NotBlank @Size(max = SHORT) String> riskFactors,
            @Size(max = MANY) List<@NotBlank @Size(max = SHORT) String> dos,
            @Size(max = MANY) List<@NotBlank @Size(max = SHORT) String> donts) {}

    /**
     * What the report draws on: how many of each kind, and which as far as they are named. Submission requires one
     * number above zero or one named source.
     *
     * @param documents number of documents; not stated if absent
     * @param questionnaires number of questionnaires; not stated if absent
     * @param interviews number of interviews; not stated if absent
     * @param named sources that are named, without names of persons; none if absent
     */
    @Schema(name = "InventoryReportSourcesRequest")
    public record Sources(
            @PositiveOrZero Integer documents,
            @PositiveOrZero Integer questionnaires,
            @PositiveOrZero Integer interviews,
            @Size(max = MANY) List<@NotNull @Valid Named> named) {

        private boolean nameAny() {
            return positive(documents)
                    || positive(questionnaires)
                    || positive(interviews)
                    || named != null && !named.isEmpty();
        }

        private static boolean positive(Integer number) {
            return number != null && number > 0;
        }
    }

    /**
     * One document, questionnaire or interview; no names of persons.
     *
     * @param date day of the source; not known if absent
     */
    @Schema(name = "InventoryReportNamedSourceRequest")
    public record Named(
            @NotNull ReportSourceKind kind,
            @NotBlank @Size(max = 500) String title,
            LocalDate date) {}

    @Override
    public List<Violation> crossViolations() {
        if (projects == null) {
            return List.of();
        }
        var seen = new HashSet<UUID>();
        return IntStream.range(0, projects.size())
                .filter(i -> projects.get(i) != null && projects.get(i).projectId() != null)
                .filter(i -> !seen.add(projects.get(i).projectId()))
                .mapToObj(InventoryReportRequest::repeated)
                .toList();
    }

    private static Violation repeated(int index) {
        return Violation.body(
                "/projects/" + index + "/projectId",
                ViolationCode.NOT_ALLOWED,
                Map.of(),
                Text.of("report.project-twice"));
    }

    /** The projects, none when the report states none. */
    List<Project> statedProjects() {
        return projects == null ? List.of() : projects;
    }

    List<UUID> projectIds() {
        return statedProjects().stream().map(Project::projectId).toList();
    }

    /**
     * Everything that the report must still state before a reviewer sees it, in the order of the report. That something
     * was looked for and is not known is an answer too, and is stated in words; a field that is absent is none.
     */
    List<Violation> missing() {
        var missing = new ArrayList<Violation>();
        require("/projects", !statedProjects().isEmpty(), missing);
        for (int i = 0; i < statedProjects().size(); i++) {
            require("/projects/" + i + "/selfEvaluation", projects.get(i).selfEvaluation() != null, missing);
            require(
                    "/projects/" + i + "/independentEvaluation",
                    projects.get(i).independentEvaluation() != null,
                    missing);
        }
        require("/introduction", introduction != null, missing);
        require("/setUp/targetGroup", setUp != null && setUp.targetGroup() != null, missing);
        require("/setUp/approach", setUp != null && setUp.approach() != null, missing);
        require("/goalAttainment", goalAttainment != null, missing);
        require("/reach", reach != null, missing);
        require("/sources", sources != null && sources.nameAny(), missing);
        require("/source", source != null, missing);
        return missing;
    }

    private static void require(String pointer, boolean stated, List<Violation> missing) {
        if (!stated) {
            missing.add(Violation.body(pointer, ViolationCode.REQUIRED, Map.of(), Text.of("report.field-required")));
        }
    }
}
