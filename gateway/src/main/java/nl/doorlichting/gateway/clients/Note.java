package nl.doorlichting.gateway.clients;

import java.util.Objects;

/** What a service says about its figures. */
public record Note(String code, long count, String detail) {
    public Note {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(detail, "detail");
    }
}
