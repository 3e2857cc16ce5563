package nl.doorlichting.kernel.codelist;

import java.util.List;
import java.util.Optional;
import nl.doorlichting.kernel.place.PlaceScope;
import nl.doorlichting.kernel.quantity.QuantityKind;
import nl.doorlichting.kernel.reach.ReachSource;
import nl.doorlichting.kernel.vocabulary.ActionLine;
import nl.doorlichting.kernel.vocabulary.AdviceQuestionStatus;
import nl.doorlichting.kernel.vocabulary.AdviceTheme;
import nl.doorlichting.kernel.vocabulary.AllocationOrder;
import nl.doorlichting.kernel.vocabulary.ApplicationStatus;
import nl.doorlichting.kernel.vocabulary.AskerKind;
import nl.doorlichting.kernel.vocabulary.AssessmentCriterion;
import nl.doorlichting.kernel.vocabulary.AttendanceStatus;
import nl.doorlichting.kernel.vocabulary.AuditBreakKind;
import nl.doorlichting.kernel.vocabulary.AuditResult;
import nl.doorlichting.kernel.vocabulary.AwardDecisionKind;
import nl.doorlichting.kernel.vocabulary.AwardStatus;
import nl.doorlichting.kernel.vocabulary.BaselineKind;
import nl.doorlichting.kernel.vocabulary.BudgetEntryKind;
import nl.doorlichting.kernel.vocabulary.CatalogueKind;
import nl.doorlichting.kernel.vocabulary.ConditionStatus;
import nl.doorlichting.kernel.vocabulary.CostCategory;
import nl.doorlichting.kernel.vocabulary.DeadlineKind;
import nl.doorlichting.kernel.vocabulary.DecisionOutcome;
import nl.doorlichting.kernel.vocabulary.DisbursementStatus;
import nl.doorlichting.kernel.vocabulary.DocumentCategory;
import nl.doorlichting.kernel.vocabulary.EmbeddingStatus;
import nl.doorlichting.kernel.vocabulary.EvaluationStatus;
import nl.doorlichting.kernel.vocabulary.FundingInstrument;
import nl.doorlichting.kernel.vocabulary.FundingPurpose;
import nl.doorlichting.kernel.vocabulary.ImportStatus;
import nl.doorlichting.kernel.vocabulary.IndicatorDirection;
import nl.doorlichting.kernel.vocabulary.InterventionType;
import nl.doorlichting.kernel.vocabulary.InventoryReportSection;
import nl.doorlichting.kernel.vocabulary.InventoryReportState;
import nl.doorlichting.kernel.vocabulary.InventoryReportStep;
import nl.doorlichting.kernel.vocabulary.JudgementConcern;
import nl.doorlichting.kernel.vocabulary.LessonKind;
import nl.doorlichting.kernel.vocabulary.LessonRole;
import nl.doorlichting.kernel.vocabulary.NetworkKind;
import nl.doorlichting.kernel.vocabulary.NetworkMemberKind;
import nl.doorlichting.kernel.vocabulary.OrganisationKind;
import nl.doorlichting.kernel.vocabulary.Phenomenon;
import nl.doorlichting.kernel.vocabulary.ProductKind;
import nl.doorlichting.kernel.vocabulary.Profession;
import nl.doorlichting.kernel.vocabulary.ProjectPhase;
import nl.doorlichting.kernel.vocabulary.PublicationStatus;
import nl.doorlichting.kernel.vocabulary.ReachIntensity;
import nl.doorlichting.kernel.vocabulary.ReachMethod;
import nl.doorlichting.kernel.vocabulary.ReallocationReason;
import nl.doorlichting.kernel.vocabulary.RegistrationStatus;
import nl.doorlichting.kernel.vocabulary.ReportSourceKind;
import nl.doorlichting.kernel.vocabulary.RevocationGround;
import nl.doorlichting.kernel.vocabulary.TargetGroup;
import nl.doorlichting.kernel.vocabulary.Track;
import nl.doorlichting.kernel.vocabulary.TrainingSessionStatus;
import nl.doorlichting.kernel.vocabulary.Verdict;

/**
 * Every codelist that the code itself uses, by name; those defined by data (training types) belong to their service.
 * In a package of its own because the enumerations stand in several, and packages may not need each other in a circle.
 */
public final class Codelists {

    private static final List<Codelist> ALL = List.of(
            Codelist.of("action-lines", ActionLine.values()),
            Codelist.of("advice-question-statuses", AdviceQuestionStatus.values()),
            Codelist.of("advice-themes", AdviceTheme.values()),
            Codelist.of("allocation-orders", AllocationOrder.values()),
            Codelist.of("application-statuses", ApplicationStatus.values()),
            Codelist.of("asker-kinds", AskerKind.values()),
            Codelist.of("assessment-criteria", AssessmentCriterion.values()),
            Codelist.of("attendance-statuses", AttendanceStatus.values()),
            Codelist.of("audit-break-kinds", AuditBreakKind.values()),
            Codelist.of("audit-results", AuditResult.values()),
            Codelist.of("award-decision-kinds", AwardDecisionKind.values()),
            Codelist.of("award-statuses", AwardStatus.values()),
            Codelist.of("baseline-kinds", BaselineKind.values()),
            Codelist.of("budget-entry-kinds", BudgetEntryKind.values()),
            Codelist.of("catalogue-kinds", CatalogueKind.values()),
            Codelist.of("condition-statuses", ConditionStatus.values()),
            Codelist.of("cost-categories", CostCategory.values()),
            Codelist.of("deadline-kinds", DeadlineKind.values()),
            Codelist.of("decision-outcomes", DecisionOutcome.values()),
            Codelist.of("disbursement-statuses", DisbursementStatus.values()),
            Codelist.of("document-categories", DocumentCategory.values()),
            Codelist.of("embedding-statuses", EmbeddingStatus.values()),
            Codelist.of("evaluation-statuses", EvaluationStatus.values()),
            Codelist.of("funding-instruments", FundingInstrument.values()),
            Codelist.of("funding-purposes", FundingPurpose.values()),
            Codelist.of("import-statuses", ImportStatus.values()),
            Codelist.of("indicator-directions", IndicatorDirection.values()),
            Codelist.of("intervention-types", InterventionType.values()),
            Codelist.of("inventory-report-sections", InventoryReportSection.values()),
            Codelist.of("inventory-report-states", InventoryReportState.values()),
            Codelist.of("inventory-report-steps", InventoryReportStep.values()),
            Codelist.of("judgement-concerns", JudgementConcern.values()),
            Codelist.of("lesson-kinds", LessonKind.values()),
            Codelist.of("lesson-roles", LessonRole.values()),
            Codelist.of("network-kinds", NetworkKind.values()),
            Codelist.of("network-member-kinds", NetworkMemberKind.values()),
            Codelist.of("organisation-kinds", OrganisationKind.values()),
            Codelist.of("phenomena", Phenomenon.values()),
            Codelist.of("place-scopes", PlaceScope.values()),
            Codelist.of("product-kinds", ProductKind.values()),
            Codelist.of("professions", Profession.values()),
            Codelist.of("project-phases", ProjectPhase.values()),
            Codelist.of("publication-statuses", PublicationStatus.values()),
            Codelist.of("quantity-kinds", QuantityKind.values()),
            Codelist.of("reach-intensities", ReachIntensity.values()),
            Codelist.of("reach-methods", ReachMethod.values()),
            Codelist.of("reach-sources", ReachSource.values()),
            Codelist.of("reallocation-reasons", ReallocationReason.values()),
            Codelist.of("registration-statuses", RegistrationStatus.values()),
            Codelist.of("report-source-kinds", ReportSourceKind.values()),
            Codelist.of("revocation-grounds", RevocationGround.values()),
            Codelist.of("target-groups", TargetGroup.values()),
            Codelist.of("tracks", Track.values()),
            Codelist.of("training-session-statuses", TrainingSessionStatus.values()),
            Codelist.of("verdicts", Verdict.values()));

    private Codelists() {}

    /** All of them, by name. */
    public static List<Codelist> all() {
        return ALL;
    }

    /** The one with this name, if any. */
    public static Optional<Codelist> find(String name) {
        return ALL.stream().filter(list -> list.name().equals(name)).findFirst();
    }
}
