package nl.doorlichting.reporting.inventoryreports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;

/** The content of a report as stored JSON. A field that a later release drops is ignored; one that it adds is null. */
@ApplicationScoped
class InventoryReportContents {
    private final ObjectMapper json;

    InventoryReportContents(ObjectMapper json) {
        this.json = json;
    }

    String write(InventoryReportRequest content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    InventoryReportRequest read(String stored) {
        try {
            return json.readValue(stored, InventoryReportRequest.class);
        } catch (JsonProcessingException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
