package nl.doorlichting.reporting.findingacceptances;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.texts.Text;
import org.hibernate.annotations.DynamicUpdate;

/** That a finding about the data is known and stays. It holds until it is withdrawn. */
@Entity
@DynamicUpdate
@Table(name = "finding_acceptance")
class FindingAcceptance {
    @Id
    private UUID id;

    private String programme;

    @Column(name = "finding_id")
    private UUID findingId;

    private String reason;

    @Column(name = "accepted_at")
    private Instant acceptedAt;

    @Column(name = "accepted_by")
    private String acceptedBy;

    @Column(name = "withdrawn_at")
    private Instant withdrawnAt;

    @Column(name = "withdrawn_by")
    private String withdrawnBy;

    @Column(name = "withdrawal_reason")
    private String withdrawalReason;

    /** For the persistence provider. */
    protected FindingAcceptance() {}

    FindingAcceptance(UUID id, FindingAcceptanceRequest request, Instant acceptedAt, String acceptedBy) {
        this.id = id;
        this.programme = request.programme();
        this.findingId = request.findingId();
        this.reason = request.reason();
        this.acceptedAt = acceptedAt;
        this.acceptedBy = acceptedBy;
    }

    /** 409 if it is withdrawn already. */
    void withdraw(String why, Instant at, String by) {
        if (isWithdrawn()) {
            throw ProblemException.invalidState(Text.of("acceptance.withdrawn"), List.of());
        }
        withdrawnAt = at;
        withdrawnBy = by;
        withdrawalReason = why;
    }

    boolean isWithdrawn() {
        return withdrawnAt != null;
    }

    UUID id() {
        return id;
    }

    FindingAcceptanceService.Reason toReason() {
        return new FindingAcceptanceService.Reason(id, findingId, reason, acceptedAt);
    }

    /** As it held at the moment, with which nothing can be done. */
    FindingAcceptanceResponse responseThen(Instant asOf) {
        var isWithdrawnThen = isWithdrawn() && !withdrawnAt.isAfter(asOf);
        return response(isWithdrawnThen, List.of());
    }

    FindingAcceptanceResponse response(List<String> allowedActions) {
        return response(isWithdrawn(), allowedActions);
    }

    private FindingAcceptanceResponse response(boolean showsWithdrawal, List<String> allowedActions) {
        return new FindingAcceptanceResponse(
                id,
                programme,
                findingId,
                reason,
                acceptedAt,
                acceptedBy,
                showsWithdrawal ? withdrawnAt : null,
                showsWithdrawal ? withdrawnBy : null,
                showsWithdrawal ? withdrawalReason : null,
                showsWithdrawal ? "\"2\"" : "\"1\"",
                allowedActions);
    }
}
