package nl.doorlichting.gateway.dataquality;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import nl.doorlichting.gateway.clients.reporting.ReportingQuality;
import nl.doorlichting.platform.texts.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something about the data that somebody has to repair, or to accept.
 *
 * @param id id of the finding; it stays the same while the same is found in the same place
 * @param kind what is found
 * @param severity how much it matters
 * @param place path of what it is about
 * @param subject what it is about, as its source names it
 * @param expected what should stand there, in words
 * @param found what stands there, in words
 * @param repair how to repair it, in words
 * @param acceptance that it is known and stays; null while it is open
 */
public record QualityFinding(
        UUID id,
        FindingKind kind,
        FindingSeverity severity,
        String place,
        String subject,
        @Schema(implementation = String.class) Text expected,
        @Schema(implementation = String.class) Text found,
        @Schema(implementation = String.class) Text repair,
        @Schema(nullable = true) Acceptance acceptance) {

    /**
     * That a finding is known and stays.
     *
     * @param acceptanceId id of the acceptance
     * @param reason why the data stays as it is, in words
     * @param acceptedAt moment of the acceptance
     * @param acceptedBy subject of the token of the person who accepted the finding
     */
    @Schema(name = "QualityFindingAcceptance")
    public record Acceptance(UUID acceptanceId, String reason, Instant acceptedAt, String acceptedBy) {}

    /**
     * An open finding.
     *
     * @param about what tells it apart from others of its kind in the programme, and stays the same
     */
    static QualityFinding of(
            String programme,
            FindingKind kind,
            String about,
            String place,
            String subject,
            Text expected,
            Text found,
            Text repair) {
        var name = String.join("\n", programme, kind.name(), about);
        return new QualityFinding(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                kind,
                kind.severity(),
                place,
                subject,
                expected,
                found,
                repair,
                null);
    }

    QualityFinding accepted(ReportingQuality.Acceptance by) {
        return by == null
                ? this
                : new QualityFinding(
                        id,
                        kind,
                        severity,
                        place,
                        subject,
                        expected,
                        found,
                        repair,
                        new Acceptance(by.id(), by.reason(), by.acceptedAt(), by.acceptedBy()));
    }
}
