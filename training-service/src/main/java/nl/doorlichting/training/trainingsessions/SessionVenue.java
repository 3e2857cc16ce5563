package nl.doorlichting.training.trainingsessions;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The building and room of a session. */
@Embeddable
public class SessionVenue {
    @Column(name = "venue_name")
    private String name;

    @Column(name = "venue_address")
    private String address;

    @Column(name = "venue_room")
    private String room;

    /** For the persistence provider. */
    protected SessionVenue() {}

    /** The venue that is stated; null for null, so that the columns stay empty. */
    static SessionVenue of(SessionVenueRequest stated) {
        if (stated == null) {
            return null;
        }
        var venue = new SessionVenue();
        venue.name = stated.name();
        venue.address = stated.address();
        venue.room = stated.room();
        return venue;
    }

    /**
     * The building and room of a session.
     *
     * @param name name of the building
     * @param address street, number, postal code and town of the building; not stated if absent
     * @param room room in the building, and how to find it; not stated if absent
     */
    public record SessionVenueRequest(
            @NotBlank @Size(max = 200) String name,
            @Size(min = 1, max = 300) String address,
            @Size(min = 1, max = 100) String room) {}

    /**
     * The building and room of a session.
     *
     * @param name name of the building
     * @param address street, number, postal code and town of the building; null where it is not stated
     * @param room room in the building, and how to find it; null where it is not stated
     */
    public record SessionVenueResponse(
            String name,
            @Schema(nullable = true) String address,
            @Schema(nullable = true) String room) {}

    SessionVenueRequest toRequest() {
        return new SessionVenueRequest(name, address, room);
    }

    SessionVenueResponse toResponse() {
        return new SessionVenueResponse(name, address, room);
    }

    /** On one line: room, name, address. */
    public String line() {
        return Stream.of(room, name, address).filter(Objects::nonNull).collect(Collectors.joining(", "));
    }
}
