package nl.doorlichting.gateway.clients;

import java.util.Objects;

/** A note of a service about its figures. */
public record StatisticsNote(String code, long count, String detail) {
    public StatisticsNote {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(detail, "detail");
    }
}
