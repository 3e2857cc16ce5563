package nl.doorlichting.reporting.inventoryreports;

import java.time.LocalDate;
import java.util.List;
import nl.doorlichting.domain.money.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The sections of a report that have parts, as they are answered: always there, with null for what is not stated. */
final class InventoryReportSections {
    private InventoryReportSections() {}

    /** How it came about. */
    @Schema(name = "InventoryReportBeforeTheStart")
    public record BeforeTheStart(
            @Schema(nullable = true) String involvement,
            @Schema(nullable = true) String support,
            @Schema(nullable = true) String cooperation) {
        static BeforeTheStart from(InventoryReportRequest.BeforeTheStart said) {
            return said == null
                    ? new BeforeTheStart(null, null, null)
                    : new BeforeTheStart(said.involvement(), said.support(), said.cooperation());
        }
    }

    /** For whom, against which risk factors, by whom, and why in this way. */
    @Schema(name = "InventoryReportSetUp")
    public record SetUp(
            @Schema(nullable = true) String targetGroup,
            List<String> riskFactors,
            @Schema(nullable = true) String organisation,
            @Schema(nullable = true) String approach) {
        static SetUp from(InventoryReportRequest.SetUp said) {
            return said == null
                    ? new SetUp(null, List.of(), null, null)
                    : new SetUp(said.targetGroup(), listed(said.riskFactors()), said.organisation(), said.approach());
        }
    }

    /** What was made, what was spent of what was budgeted, and how the project watched itself. */
    @Schema(name = "InventoryReportOutcomes")
    public record Outcomes(
            List<String> products,
            @Schema(nullable = true) Money budgeted,
            @Schema(nullable = true) Money realised,
            @Schema(nullable = true) String realisation,
            @Schema(nullable = true) String monitoring,
            @Schema(nullable = true) String selfEvaluation) {
        static Outcomes from(InventoryReportRequest.Outcomes said) {
            return said == null
                    ? new Outcomes(List.of(), null, null, null, null, null)
                    : new Outcomes(
                            listed(said.products()),
                            said.budgeted(),
                            said.realised(),
                            said.realisation(),
                            said.monitoring(),
                            said.selfEvaluation());
        }
    }

    /** Risk factors that showed, what to do, and what not to. */
    @Schema(name = "InventoryReportLessons")
    public record Lessons(List<String> riskFactors, List<String> dos, List<String> donts) {
        static Lessons from(InventoryReportRequest.Lessons said) {
            return said == null
                    ? new Lessons(List.of(), List.of(), List.of())
                    : new Lessons(listed(said.riskFactors()), listed(said.dos()), listed(said.donts()));
        }
    }

    /** What the report draws on; a number is null when it is not stated. */
    @Schema(name = "InventoryReportSources")
    public record Sources(
            @Schema(nullable = true) Integer documents,
            @Schema(nullable = true) Integer questionnaires,
            @Schema(nullable = true) Integer interviews,
            List<NamedSource> named) {
        static Sources from(InventoryReportRequest.Sources said) {
            return said == null
                    ? new Sources(null, null, null, List.of())
                    : new Sources(
                            said.documents(),
                            said.questionnaires(),
                            said.interviews(),
                            listed(said.named()).stream().map(NamedSource::from).toList());
        }
    }

    /** One document, questionnaire or interview. */
    @Schema(name = "InventoryReportNamedSource")
    public record NamedSource(
            ReportSourceKind kind,
            String title,
            @Schema(nullable = true) LocalDate date) {
        static NamedSource from(InventoryReportRequest.Named said) {
            return new NamedSource(said.kind(), said.title(), said.date());
        }
    }

    private static <T> List<T> listed(List<T> said) {
        return said == null ? List.of() : said;
    }
}
