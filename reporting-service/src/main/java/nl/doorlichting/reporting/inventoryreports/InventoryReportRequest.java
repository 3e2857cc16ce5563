package nl.doorlichting.reporting.inventoryreports;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.doorlichting.api.json.FormTexts;
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
 * @param programme code of the programme, such as APR-2007-2011 (code of /v1/programmes); it is not checked against
 *     them. The programme cannot be changed: another value is 400
 * @param roundId id of the round of research (id of /v1/inventory-rounds) that made the report; absent where the source
 *     does not state it, also for submission. A round that is stated stays: another value, or to remove it, is 400
 * @param reference name that the caller gives the report, unique in its programme, as in weert/2010-1
 * @param title title of the report
 * @param projects the projects that the report is about, each once; a project in another report of the same round, or
 *     in another report without a round where this one has none, is 409; submission requires at least one; absent or
 *     empty in a draft that states none yet. In a PATCH the list replaces the stored one whole
 * @param introduction what the project is and why it came about, in words; required for submission; absent in a draft
 *     that does not state it yet
 * @param before how the project came about, before the start; not required for submission; absent where nothing of it
 *     is stated; in a PATCH its parts that are not named stay, and its lists are replaced whole
 * @param setUp how the project was set up; submission requires its targetGroup and its approach; absent in a draft that
 *     does not state it yet; in a PATCH its parts that are not named stay, and its lists are replaced whole
 * @param outcomes what came of the project; not required for submission; absent where nothing of it is stated; in a
 *     PATCH its parts that are not named stay, and its lists are replaced whole
 * @param goalAttainment whether the project reached its goal, in words; not how many people were reached; required for
 *     submission; absent in a draft that does not state it yet
 * @param reach whom the project reached and how many, in words; the figures themselves are observations
 *     (/v1/reach-observations); required for submission; absent in a draft that does not state it yet
 * @param lessons lessons for others; not required for submission; absent where nothing of it is stated; in a PATCH its
 *     parts that are not named stay, and its lists are replaced whole
 * @param embedding whether the work of the project will last, in words; not required for submission; absent where it is
 *     not stated
 * @param sources what the report draws on; submission requires one number above zero or one named source; absent in a
 *     draft that does not state it yet; in a PATCH its parts that are not named stay, and its lists are replaced whole
 * @param language language of title and texts, by its two letters: nl or en; nl if absent. Its projects are public in it
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

        @Pattern(regexp = "^(nl|en)$", message = FormTexts.DUTCH_OR_ENGLISH)
        String language,

        @Size(min = 1, max = 500) String source,
        @Size(min = 1, max = 2000) String note)
        implements HasCrossFieldRules {
    static final String DUTCH = "nl";

    public InventoryReportRequest {
        language = Objects.requireNonNullElse(language, DUTCH);
    }

    /** Longest text of a section, in characters. */
    static final int LONG = 10_000;

    private static final int SHORT = 2000;
    private static final int MANY = 100;

    /**
     * A project that a report is about. A field that is absent is not stated; only selfEvaluation and
     * independentEvaluation are required for submission.
     *
     * @param projectId id of the project (id of /v1/projects); it is not checked, so GET /v1/projects/{id} may answer
     *     404
     * @param organisationId number of the organisation that carries out the project, as in GM0988 (number of
     *     /v1/organisations); it is not checked; absent where it is not stated
     * @param track level at which the project works: a code of the codelist tracks; absent where it is not stated
     * @param actionLine aim of the project: a code of the codelist action-lines; absent where it is not stated
     * @param fundingInstrument how the money for the project goes out: a code of the codelist funding-instruments;
     *     absent where it is not stated
     * @param interventionTypes what is done: codes of the codelist intervention-types; empty where not stated
     * @param phenomena what the project is about: codes of the codelist phenomena; empty where not stated
     * @param place where the project worked: a scope and, where it is local, municipalities that exist on a day of the
     *     round, or on any day if the report names no round; of scope UNSPECIFIED where none is stated
     * @param selfEvaluation whether the project evaluated itself: a code of the codelist evaluation-statuses; required
     *     for submission; absent in a draft that does not state it yet
     * @param independentEvaluation whether others than the project evaluated the project: a code of the codelist
     *     evaluation-statuses; required for submission; absent in a draft that does not state it yet
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
            implements ActivityFields {
        public Project {
            place = Objects.requireNonNullElse(place, Place.UNSPECIFIED);
        }

        /** Each once. */
        @Override
        public List<InterventionType> interventionTypes() {
            return once(interventionTypes);
        }

        /** The same. */
        @Override
        public List<Phenomenon> phenomena() {
            return once(phenomena);
        }

        private static <T> List<T> once(List<T> codes) {
            return codes == null ? List.of() : codes.stream().distinct().toList();
        }
    }

    /**
     * How the project came about, before the start: who took part, who backed the plan, who worked together.
     *
     * @param involvement who took part in making the plan, in words; not required for submission; absent where it is
     *     not stated
     * @param support who backed the plan, in words; not required for submission; absent where it is not stated
     * @param cooperation who worked together with the project, in words; not required for submission; absent where it
     *     is not stated
     */
    @Schema(name = "InventoryReportBeforeTheStartRequest")
    public record BeforeTheStart(
            @Size(min = 1, max = LONG) String involvement,
            @Size(min = 1, max = LONG) String support,
            @Size(min = 1, max = LONG) String cooperation) {}

    /**
     * For whom, against which risk factors as described beforehand, by whom, and why in this way.
     *
     * @param targetGroup for whom the project is, in words; required for submission; absent in a draft that does not
     *     state it yet
     * @param riskFactors risk factors in the target group or its surroundings that the project works against, as
     *     described before the start, one text each; not what went wrong in the project, which is riskFactors of
     *     lessons; absent or empty where the report states none; not required for submission
     * @param organisation who carried the project out and how, in words; not required for submission; absent where it
     *     is not stated
     * @param approach what the project does, how, and why in this way, in words; required for submission; absent in a
     *     draft that does not state it yet
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
     * @param products what the project made, one text each; absent or empty where the report states nothing, which does
     *     not mean that nothing was made; not required for submission
     * @param budgeted what was budgeted for the project, in euros; not required for submission; absent where it is not
     *     stated
     * @param realised what the project spent of its budget, in euros; not required for submission; absent where it is
     *     not stated
     * @param realisation what was carried out of the plan, in words; not required for submission; absent where it is
     *     not stated
     * @param monitoring how the project followed its results, in words; not required for submission; absent where it is
     *     not stated
     * @param selfEvaluation what the project found when it evaluated itself, in words; not required for submission;
     *     absent where it is not stated
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
     * What put the work at risk, what to do, and what not to.
     *
     * @param riskFactors what put the work of the project at risk as it showed during the work, one text each; absent
     *     or empty where the report states none; not required for submission
     * @param dos what others had better do, one text each; absent or empty where the report states none; not required
     *     for submission
     * @param donts what others had better not do, one text each; absent or empty where the report states none; not
     *     required for submission
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
     * @param documents number of documents that the report draws on, those in named among them; absent where it is not
     *     stated, which is not 0
     * @param questionnaires number of filled-in questionnaires that the report draws on, those in named among them;
     *     absent where it is not stated, which is not 0
     * @param interviews number of interviews that the report draws on, those in named among them; absent where it is
     *     not stated, which is not 0
     * @param named the sources that are named, one entry each, without names of persons; none is named if absent or
     *     empty
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
     * @param kind what kind of source it is: a code of the codelist report-source-kinds
     * @param title title of the source, as in Plan of the municipality
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
