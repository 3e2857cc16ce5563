package nl.doorlichting.reporting.inventoryreports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.place.Place;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.InterventionType;
import nl.doorlichting.domain.vocabulary.InventoryReportState;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.platform.records.RecordWithdrawal;
import nl.doorlichting.platform.responses.HasRepresentationEtag;
import nl.doorlichting.reporting.activity.RejectedCorrection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An inventory report (resultaatinventarisatie), as it stands or stood.
 *
 * @param roundId id of the round of research (id of /v1/inventory-rounds) that made the report; null where the source
 *     does not state it
 * @param title title of the report
 * @param state stage of the report, of the version that is shown: a code of the codelist inventory-report-states; a
 *     withdrawal (withdrawal) ends the report and leaves its stage as it was
 * @param projects the projects that the report is about, each once; a grantee sees those of its own organisation only;
 *     empty in a draft that states none
 * @param introduction what the project is and why it came about, in words; null in a draft that does not state it yet
 * @param before how the project came about, before the start; always there, and each field of it is null or empty where
 *     it is not stated
 * @param setUp how the project was set up; always there, and each field of it is null or empty where it is not stated
 * @param outcomes what came of the project; always there, and each field of it is null or empty where it is not stated
 * @param goalAttainment whether the project reached its goal, in words; not how many people were reached; null in a
 *     draft that does not state it yet
 * @param reach whom the project reached and how many, in words; the figures themselves are observations
 *     (/v1/reach-observations); null in a draft that does not state it yet
 * @param lessons lessons for others; always there, and each field of it is null or empty where it is not stated
 * @param embedding whether the work of the project will last, in words; null where it is not stated
 * @param sources what the report draws on; always there, and each field of it is null or empty where it is not stated
 * @param language language of title and texts, by its two letters: nl or en
 * @param source where the report is taken from, in words: the document and its page or line; null in a draft that does
 *     not state it yet
 * @param remarks remarks of the reviewers that returned the report, the oldest first; they stay after the report is
 *     submitted again; empty where it was never returned
 * @param reason why the report was corrected or withdrawn, in words; null unless that made the version that is shown
 * @param approvedAt moment of approval, from which the figures of the report count in statistics; null until then
 * @param publishedAt moment of publication, from which the catalogue shows the projects of the report; null until then
 * @param createdAt moment at which the report was begun, as its first version
 * @param version number of the version, from 1; each step makes the next one: a change, a submission, a return, the
 *     approval, the publication, a correction, the withdrawal
 * @param recordedAt moment at which this version was recorded
 * @param approvedBy subject of the token that approved the report, or the last correction of it that was approved; null
 *     until the report is approved
 * @param correctionPending whether a correction or a withdrawal of an approved report waits for a reviewer; false for a
 *     caller that is neither researcher nor reviewer
 * @param rejectedCorrection the last correction or withdrawal of the report that a reviewer decided on, where it was
 *     rejected; null where it was approved or there was none, and for a caller that is neither researcher nor reviewer
 */
public record InventoryReportResponse(
        UUID id,
        String programme,
        @Schema(nullable = true) UUID roundId,
        @Schema(nullable = true) String reference,
        String title,
        InventoryReportState state,
        List<Project> projects,
        @Schema(nullable = true) String introduction,
        BeforeTheStart before,
        SetUp setUp,
        Outcomes outcomes,
        @Schema(nullable = true) String goalAttainment,
        @Schema(nullable = true) String reach,
        Lessons lessons,
        @Schema(nullable = true) String embedding,
        Sources sources,
        String language,
        @Schema(nullable = true) String source,
        @Schema(nullable = true) String note,
        List<Remark> remarks,
        @Schema(nullable = true) String reason,
        @Schema(nullable = true) Instant approvedAt,
        @Schema(nullable = true) Instant publishedAt,
        Instant createdAt,
        int version,
        Instant recordedAt,
        String recordedBy,
        @Schema(nullable = true) String approvedBy,
        boolean correctionPending,
        @Schema(nullable = true) RejectedCorrection rejectedCorrection,
        @Schema(nullable = true) RecordWithdrawal withdrawal,
        String etag,
        List<String> allowedActions)
        implements HasRepresentationEtag {

    /**
     * A remark of a reviewer who returned the report.
     *
     * @param version number of the version of the report that the return with this remark made; the remark is about the
     *     content of the report before that
     * @param section part of the report that the remark is about: a code of the codelist inventory-report-sections
     * @param remark what the reviewer misses or doubts, in words
     */
    @Schema(name = "InventoryReportRemark")
    public record Remark(int version, InventoryReportSection section, String remark) {
        static Remark from(InventoryReportRemark remark) {
            return new Remark(remark.version(), remark.section(), remark.text());
        }
    }

    /** The report as a version of it states, with the projects that the caller sees. */
    static InventoryReportResponse from(
            InventoryReport report,
            InventoryReportVersion version,
            InventoryReportRequest content,
            List<InventoryReportRequest.Project> projects,
            InventoryReportListService.Review review,
            List<String> allowedActions) {
        return new InventoryReportResponse(
                report.id(),
                report.programme(),
                report.roundId(),
                content.reference(),
                content.title(),
                version.state(),
                projects.stream().map(Project::from).toList(),
                content.introduction(),
                BeforeTheStart.from(content.before()),
                SetUp.from(content.setUp()),
                Outcomes.from(content.outcomes()),
                content.goalAttainment(),
                content.reach(),
                Lessons.from(content.lessons()),
                content.embedding(),
                Sources.from(content.sources()),
                content.language(),
                content.source(),
                content.note(),
                review.remarks().stream().map(Remark::from).toList(),
                version.reason(),
                version.ifReached(report.approvedAt()),
                version.ifReached(report.publishedAt()),
                report.createdAt(),
                version.version(),
                version.recordedAt(),
                version.recordedBy(),
                review.approvedBy(),
                review.correctionPending(),
                review.rejected(),
                review.withdrawal(),
                version.etag(),
                allowedActions);
    }

    /**
     * A project that a report is about, with what the report states of it.
     *
     * @param projectId id of the project (id of /v1/projects); it is not checked, so GET /v1/projects/{id} may answer
     *     404
     */
    @Schema(name = "InventoryReportProjectResponse")
    public record Project(
            UUID projectId,
            @Schema(nullable = true) String organisationId,
            @Schema(nullable = true) Track track,
            @Schema(nullable = true) ActionLine actionLine,
            @Schema(nullable = true) FundingInstrument fundingInstrument,
            List<InterventionType> interventionTypes,
            List<Phenomenon> phenomena,
            Place place,
            @Schema(nullable = true) EvaluationStatus selfEvaluation,
            @Schema(nullable = true) EvaluationStatus independentEvaluation) {

        static Project from(InventoryReportRequest.Project stated) {
            return new Project(
                    stated.projectId(),
                    stated.organisationId(),
                    stated.track(),
                    stated.actionLine(),
                    stated.fundingInstrument(),
                    stated.interventionTypes(),
                    stated.phenomena(),
                    stated.place(),
                    stated.selfEvaluation(),
                    stated.independentEvaluation());
        }
    }

    /**
     * How the project came about, before the start.
     *
     * @param involvement who took part in making the plan, in words; null where it is not stated
     * @param support who backed the plan, in words; null where it is not stated
     * @param cooperation who worked together with the project, in words; null where it is not stated
     */
    @Schema(name = "InventoryReportBeforeTheStart")
    public record BeforeTheStart(
            @Schema(nullable = true) String involvement,
            @Schema(nullable = true) String support,
            @Schema(nullable = true) String cooperation) {
        static BeforeTheStart from(InventoryReportRequest.BeforeTheStart stated) {
            return stated == null
                    ? new BeforeTheStart(null, null, null)
                    : new BeforeTheStart(stated.involvement(), stated.support(), stated.cooperation());
        }
    }

    /**
     * For whom, against which risk factors, by whom, and why in this way.
     *
     * @param targetGroup for whom the project is, in words; null in a draft that does not state it yet
     * @param riskFactors risk factors in the target group or its surroundings that the project works against, as
     *     described before the start, one text each; not what went wrong in the project, which is riskFactors of
     *     lessons; empty where the report states none
     * @param organisation who carried the project out and how, in words; null where it is not stated
     * @param approach what the project does, how, and why in this way, in words; null in a draft that does not state it
     *     yet
     */
    @Schema(name = "InventoryReportSetUp")
    public record SetUp(
            @Schema(nullable = true) String targetGroup,
            List<String> riskFactors,
            @Schema(nullable = true) String organisation,
            @Schema(nullable = true) String approach) {
        static SetUp from(InventoryReportRequest.SetUp stated) {
            return stated == null
                    ? new SetUp(null, List.of(), null, null)
                    : new SetUp(
                            stated.targetGroup(),
                            listed(stated.riskFactors()),
                            stated.organisation(),
                            stated.approach());
        }
    }

    /**
     * What was made, what was spent of what was budgeted, and how the project watched itself.
     *
     * @param products what the project made, one text each; empty where the report states nothing, which does not mean
     *     that nothing was made
     * @param budgeted what was budgeted for the project, in euros; null where it is not stated
     * @param realised what the project spent of its budget, in euros; null where it is not stated
     * @param realisation what was carried out of the plan, in words; null where it is not stated
     * @param monitoring how the project followed its results, in words; null where it is not stated
     * @param selfEvaluation what the project found when it evaluated itself, in words; null where it is not stated
     */
    @Schema(name = "InventoryReportOutcomes")
    public record Outcomes(
            List<String> products,
            @Schema(nullable = true) Money budgeted,
            @Schema(nullable = true) Money realised,
            @Schema(nullable = true) String realisation,
            @Schema(nullable = true) String monitoring,
            @Schema(nullable = true) String selfEvaluation) {
        static Outcomes from(InventoryReportRequest.Outcomes stated) {
            return stated == null
                    ? new Outcomes(List.of(), null, null, null, null, null)
                    : new Outcomes(
                            listed(stated.products()),
                            stated.budgeted(),
                            stated.realised(),
                            stated.realisation(),
                            stated.monitoring(),
                            stated.selfEvaluation());
        }
    }

    /**
     * What put the work at risk, what to do, and what not to.
     *
     * @param riskFactors what put the work of the project at risk as it showed during the work, one text each; empty
     *     where the report states none
     * @param dos what others had better do, one text each; empty where the report states none
     * @param donts what others had better not do, one text each; empty where the report states none
     */
    @Schema(name = "InventoryReportLessons")
    public record Lessons(List<String> riskFactors, List<String> dos, List<String> donts) {
        static Lessons from(InventoryReportRequest.Lessons stated) {
            return stated == null
                    ? new Lessons(List.of(), List.of(), List.of())
                    : new Lessons(listed(stated.riskFactors()), listed(stated.dos()), listed(stated.donts()));
        }
    }

    /**
     * What the report draws on; a number is null when it is not stated.
     *
     * @param documents number of documents that the report draws on, those in named among them; null where it is not
     *     stated, which is not 0
     * @param questionnaires number of filled-in questionnaires that the report draws on, those in named among them;
     *     null where it is not stated, which is not 0
     * @param interviews number of interviews that the report draws on, those in named among them; null where it is not
     *     stated, which is not 0
     * @param named the sources that are named, one entry each, without names of persons; empty where none is named
     */
    @Schema(name = "InventoryReportSources")
    public record Sources(
            @Schema(nullable = true) Integer documents,
            @Schema(nullable = true) Integer questionnaires,
            @Schema(nullable = true) Integer interviews,
            List<NamedSource> named) {
        static Sources from(InventoryReportRequest.Sources stated) {
            return stated == null
                    ? new Sources(null, null, null, List.of())
                    : new Sources(
                            stated.documents(),
                            stated.questionnaires(),
                            stated.interviews(),
                            listed(stated.named()).stream()
                                    .map(NamedSource::from)
                                    .toList());
        }
    }

    /**
     * One document, questionnaire or interview.
     *
     * @param kind what kind of source it is: a code of the codelist report-source-kinds
     * @param title title of the source, as in Plan of the municipality
     * @param date day of the source; null where not known
     */
    @Schema(name = "InventoryReportNamedSource")
    public record NamedSource(
            ReportSourceKind kind,
            String title,
            @Schema(nullable = true) LocalDate date) {
        static NamedSource from(InventoryReportRequest.Named stated) {
            return new NamedSource(stated.kind(), stated.title(), stated.date());
        }
    }

    private static <T> List<T> listed(List<T> stated) {
        return stated == null ? List.of() : stated;
    }
}
