package nl.doorlichting.reporting.inventoryreports;

import java.util.UUID;
import nl.doorlichting.platform.records.RecordWithdrawal;

/** A feature with records that belong to inventory reports. */
public interface RecordsOfReport {
    /** Withdraws all records of the report that stand, in the transaction that withdraws the report. */
    void withdrawWith(UUID report, RecordWithdrawal why);
}
