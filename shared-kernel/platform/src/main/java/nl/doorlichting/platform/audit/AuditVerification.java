package nl.doorlichting.platform.audit;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whether the audit trail is unchanged since it was sealed.
 *
 * @param valid whether all checked seals hold and no export has a fault; events without a seal are not checked
 * @param firstBreak the first place that does not hold; null when all hold
 * @param next path that continues after the last checked seal; null when all was checked, or a break was found
 */
public record AuditVerification(
        @Schema(description = "Whether all checked events are as they were sealed, and no export has a fault.")
        boolean valid,

        @Schema(description = "Number of seals that this answer checked.", examples = "1280")
        long seals,

        @Schema(description = "Number of events in those seals.", examples = "31337")
        long events,

        @Schema(
                nullable = true,
                description =
                        "First place that is not as it was sealed; nothing after it was checked. Null where all is as"
                                + " sealed.")
        Break firstBreak,

        @Schema(description = "Events without a seal. A seal is made every few seconds.")
        Unsealed unsealed,

        @Schema(
                nullable = true,
                description =
                        "The last checked seal. A copy kept elsewhere shows whether the end of the trail was removed,"
                                + " or the trail was sealed again: the seal with this number must keep this hash. Null"
                                + " where no seal was checked.")
        Head head,

        @Schema(
                nullable = true,
                description = "Path that continues after the head; null when all was checked, or firstBreak is stated.")
        String next,

        @Schema(
                description =
                        "The months that are exported, the oldest first. Each begins where the one before ended; the"
                                + " seals of this answer begin after those of the last month that the database no longer has.")
        List<Export> exports) {

    /** A month of the audit trail that is exported to a file outside the database. */
    @Schema(name = "AuditExport")
    public record Export(
            @Schema(description = "The month, in UTC, in which its seals were made.", examples = "2026-11")
            String month,

            @Schema(description = "Number of events in the file.", examples = "31337")
            long events,

            @Schema(
                    description = "SHA-256 of the file, in 64 hexadecimal digits.",
                    examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
            String sha256,

            @Schema(
                    nullable = true,
                    description =
                            "The last seal of the month, as it was published with the file. Null where nothing was sealed"
                                    + " before the end of the month.")
            Head head,

            @Schema(description = "When file, publication and chain were last compared.")
            Instant verifiedAt,

            @Schema(nullable = true, description = "What the last comparison found. Null where all is as exported.")
            AuditExportFault fault) {

        static Export from(AuditExport export) {
            return new Export(
                    export.month().toString(),
                    export.events(),
                    HexFormat.of().formatHex(export.sha256()),
                    export.head().number() == 0
                            ? null
                            : new Head(
                                    export.head().number(),
                                    HexFormat.of().formatHex(export.head().hash())),
                    export.verifiedAt(),
                    export.fault());
        }
    }

    /**
     * The first place that does not hold.
     *
     * @param seal number of the seal
     * @param kind how the audit trail differs from what was sealed
     * @param event id of the event; null when it is the seal itself
     */
    @Schema(name = "AuditBreak")
    public record Break(
            @Schema(examples = "12") long seal,
            AuditBreakKind kind,
            @Schema(nullable = true, examples = "4711") Long event) {}

    /**
     * The events that no seal covers yet.
     *
     * @param count number of events that no seal covers yet
     * @param oldestAt moment at which the oldest event without a seal was recorded; null where there is none
     */
    @Schema(name = "UnsealedAuditEvents")
    public record Unsealed(
            @Schema(examples = "3") long count,
            @Schema(nullable = true) Instant oldestAt) {}

    /**
     * The last seal of the chain that was checked. A copy kept elsewhere shows whether the trail was cut off.
     *
     * @param number number of the seal in the chain, from 1
     * @param hash checksum of the seal: SHA-256 in 64 hexadecimal digits
     */
    @Schema(name = "AuditSealHead")
    public record Head(
            @Schema(examples = "1280") long number,

            @Schema(examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
            String hash) {}
}
