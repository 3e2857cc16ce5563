package nl.doorlichting.platform.records;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.List;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.texts.Text;

/**
 * Why a record counts nowhere any more.
 *
 * @param withdrawnAt when the record was withdrawn
 * @param withdrawnBy subject of the token that withdrew it
 * @param reason why it was withdrawn, in words
 */
@Embeddable
public record RecordWithdrawal(
        @Column(name = "withdrawn_at") Instant withdrawnAt,
        @Column(name = "withdrawn_by") String withdrawnBy,
        @Column(name = "withdrawal_reason") String reason) {

    /** The filter, and only withdrawn records, or for null and false only others; over entities with a field withdrawal. */
    public static Filter narrow(Filter filter, Boolean withdrawn) {
        return filter.where("e.withdrawal.withdrawnAt is " + (Boolean.TRUE.equals(withdrawn) ? "not null" : "null"));
    }

    /** 409 for a record with a withdrawal; none is null. */
    public static void refuse(RecordWithdrawal withdrawal) {
        if (withdrawal != null) {
            throw ProblemException.invalidState(Text.of("record.withdrawn-already"), List.of());
        }
    }
}
