package nl.doorlichting.reporting.inventoryreports;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import nl.doorlichting.domain.place.PlaceColumns;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.reporting.activity.ActivityColumns;

/** A project of a report, with the facts that figures are grouped by; null means not stated. */
@Entity
@Table(name = "inventory_report_project")
@IdClass(InventoryReportProject.Key.class)
class InventoryReportProject {
    /** A project in a report. */
    record Key(UUID reportId, UUID projectId) implements Serializable {}

    @Id
    @Column(name = "report_id")
    private UUID reportId;

    @Id
    @Column(name = "project_id")
    private UUID projectId;

    @Column(name = "round_id")
    private UUID roundId;

    private int position;

    @Column(name = "organisation_id")
    private String organisationId;

    @Enumerated(EnumType.STRING)
    private Track track;

    @Enumerated(EnumType.STRING)
    @Column(name = "action_line")
    private ActionLine actionLine;

    @Enumerated(EnumType.STRING)
    @Column(name = "funding_instrument")
    private FundingInstrument fundingInstrument;

    @Column(name = "intervention_types")
    private String[] interventionTypes;

    @Embedded
    private PlaceColumns place;

    @Enumerated(EnumType.STRING)
    @Column(name = "self_evaluation")
    private EvaluationStatus selfEvaluation;

    @Enumerated(EnumType.STRING)
    @Column(name = "independent_evaluation")
    private EvaluationStatus independentEvaluation;

    /** Whether the report is withdrawn, so that another one of the round can be about the project. */
    private boolean withdrawn;

    /** For the persistence provider. */
    protected InventoryReportProject() {}

    InventoryReportProject(InventoryReport report, int position, InventoryReportRequest.Project stated) {
        this.reportId = report.id();
        this.roundId = report.roundId();
        this.position = position;
        this.projectId = stated.projectId();
        this.organisationId = stated.organisationId();
        this.track = stated.track();
        this.actionLine = stated.actionLine();
        this.fundingInstrument = stated.fundingInstrument();
        this.interventionTypes = ActivityColumns.names(stated.interventionTypes());
        this.place = PlaceColumns.of(stated.place());
        this.selfEvaluation = stated.selfEvaluation();
        this.independentEvaluation = stated.independentEvaluation();
    }

    UUID reportId() {
        return reportId;
    }

    UUID projectId() {
        return projectId;
    }

    String organisationId() {
        return organisationId;
    }
}
