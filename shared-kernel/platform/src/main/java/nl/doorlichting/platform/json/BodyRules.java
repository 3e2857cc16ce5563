package nl.doorlichting.platform.json;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.doorlichting.platform.problems.Violation;

/**
 * What an application requires of a body beyond what its record states, such as that a record which it names is there. A
 * bean of this type is asked only of a body that is refused already, so that its violations are reported with the others.
 */
public interface BodyRules {
    /**
     * What else is wrong with the body; any field can be null.
     *
     * @param path of the request, which may name the record that the body is about; empty where it is not known
     */
    List<Violation> furtherViolations(Record body, String path);

    /** The id of the record that the path is about, as in /v1/awards/{id}/amendment. */
    static Optional<UUID> id(String path) {
        return ids(path).stream().findFirst();
    }

    /** The ids of all records that lead to the one that the path is about, as in /v1/awards/{id}/reclaims/{reclaimId}. */
    static List<UUID> ids(String path) {
        return Stream.of(path.split("/"))
                .filter(ScalarFormats::isUuid)
                .map(UUID::fromString)
                .toList();
    }
}
