package nl.doorlichting.training.trainingtypes;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.kernel.vocabulary.TargetGroup;
import nl.doorlichting.kernel.web.Tagged;

/** A training type as stored. */
public record TrainingTypeResponse(
        UUID id,
        String code,
        String name,
        String nameDutch,
        TargetGroup targetGroup,
        Instant createdAt,
        String etag,
        List<String> allowedActions)
        implements Tagged {

    static TrainingTypeResponse from(TrainingType type) {
        return new TrainingTypeResponse(
                type.id,
                type.code,
                type.name,
                type.nameDutch,
                type.targetGroup,
                type.createdAt,
                "\"" + type.version + "\"",
                List.of());
    }
}
