package nl.doorlichting.platform.audit;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whether the audit trail is unchanged since it was sealed.
 *
 * @param valid whether all checked seals hold; events without a seal are not checked
 * @param firstBreak the first place that does not hold; null when all hold
 * @param next path that continues after the last checked seal; null when all seals were checked
 */
public record AuditVerification(
        @Schema(description = "Whether all checked events are as they were sealed.")
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
                description = "Path that continues after the head; null when the whole trail was checked.")
        String next) {

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
