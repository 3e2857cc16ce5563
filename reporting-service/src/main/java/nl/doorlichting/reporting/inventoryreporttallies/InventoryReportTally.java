package nl.doorlichting.reporting.inventoryreporttallies;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.sources.SourceText;
import nl.doorlichting.platform.records.RecordWithdrawal;
import nl.doorlichting.reporting.ReportingAccess;
import nl.doorlichting.reporting.activity.CorrectableRecord;
import nl.doorlichting.reporting.activity.OwnRecords;

/**
 * How many reports on how many projects there are, as a source gives it; null means not stated. The trigger
 * tr_inventory_report_tally_kept keeps its history.
 */
@Entity
@Table(name = "inventory_report_tally")
class InventoryReportTally extends CorrectableRecord<InventoryReportTallyRequest> {
    private String programme;

    @Column(name = "round_id")
    private UUID roundId;

    private int reports;
    private int projects;

    @Column(name = "with_baseline")
    private Integer withBaseline;

    @Column(name = "with_self_evaluation")
    private Integer withSelfEvaluation;

    @Column(name = "with_independent_evaluation")
    private Integer withIndependentEvaluation;

    private String source;
    private String reference;
    private String note;

    /** For the persistence provider. */
    protected InventoryReportTally() {}

    InventoryReportTally(UUID id, InventoryReportTallyRequest request, Instant createdAt, String createdBy) {
        super(id, request, createdAt, createdBy);
    }

    @Override
    protected void state(InventoryReportTallyRequest request) {
        programme = request.programme();
        roundId = request.roundId();
        reports = request.reports();
        projects = request.projects();
        withBaseline = request.withBaseline();
        withSelfEvaluation = request.withSelfEvaluation();
        withIndependentEvaluation = request.withIndependentEvaluation();
        source = request.source();
        reference = request.reference();
        note = request.note();
    }

    /** 409 when it is withdrawn. */
    @Override
    public InventoryReportTallyRequest content() {
        RecordWithdrawal.refuse(withdrawal);
        return new InventoryReportTallyRequest(
                programme,
                roundId,
                reports,
                projects,
                withBaseline,
                withSelfEvaluation,
                withIndependentEvaluation,
                source,
                reference,
                note);
    }

    /** Whether it states the same numbers of the same source; a reference and a note make no other tally. */
    boolean statesTheSame(InventoryReportTallyRequest request) {
        return statement(content()).equals(statement(request));
    }

    private static List<Object> statement(InventoryReportTallyRequest tally) {
        return Arrays.asList(
                tally.programme(),
                tally.roundId(),
                tally.reports(),
                tally.projects(),
                tally.withBaseline(),
                tally.withSelfEvaluation(),
                tally.withIndependentEvaluation(),
                SourceText.comparable(tally.source()));
    }

    /** 409 when it is withdrawn already. */
    @Override
    public void withdraw(RecordWithdrawal why) {
        RecordWithdrawal.refuse(withdrawal);
        super.withdraw(why);
    }

    InventoryReportTallyResponse response(OwnRecords caller) {
        return new InventoryReportTallyResponse(
                id(),
                programme,
                roundId,
                reports,
                projects,
                withBaseline,
                withSelfEvaluation,
                withIndependentEvaluation,
                source,
                reference,
                note,
                createdAt(),
                createdBy(),
                correction,
                withdrawal,
                etag(),
                withdrawal == null
                        ? caller.actions(ReportingAccess.WRITE_INVENTORIES, "corrections", "withdrawal")
                        : List.of());
    }
}
