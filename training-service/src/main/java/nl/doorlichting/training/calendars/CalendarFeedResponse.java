package nl.doorlichting.training.calendars;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.platform.idempotency.ShownOnce;
import nl.doorlichting.platform.responses.HasEtag;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A calendar that a program reads by its address, without a token.
 *
 * @param key key of the calendar. Who has it reads the calendar, so it is as secret as a password. Only the answer that makes
 *     the feed has it; null in others, also where that request is repeated
 * @param path address of the calendar, which has the key; null where key is
 * @param expiresOn day from which the address is not valid any more
 */
public record CalendarFeedResponse(
        UUID id,
        @Schema(nullable = true) String key,
        @Schema(nullable = true) String path,
        LocalDate expiresOn,
        Instant createdAt,
        String etag,
        List<String> allowedActions)
        implements HasEtag, ShownOnce {

    @Override
    public CalendarFeedResponse withoutSecrets() {
        return new CalendarFeedResponse(id, null, null, expiresOn, createdAt, etag, allowedActions);
    }

    /** The same, with its key. */
    CalendarFeedResponse with(String drawn) {
        return new CalendarFeedResponse(
                id, drawn, CalendarResource.FEED + drawn, expiresOn, createdAt, etag, allowedActions);
    }

    /** Without the key: a record's own text would carry it into any message. */
    @Override
    public String toString() {
        return "CalendarFeedResponse " + id;
    }

    /**
     * The feeds of the caller.
     *
     * @param feeds those that are valid, the oldest first; empty where there is none
     */
    public record CalendarFeedsResponse(List<CalendarFeedResponse> feeds) {}
}
