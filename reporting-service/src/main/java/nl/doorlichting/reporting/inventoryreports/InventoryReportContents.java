package nl.doorlichting.reporting.inventoryreports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;

/**
 * What a report says, as it is kept. A field that this release does not know is ignored, and one that an earlier release did
 * not know is null.
 */
@ApplicationScoped
class InventoryReportContents {
    private final ObjectMapper json;

    InventoryReportContents(ObjectMapper json) {
        this.json = json;
    }

    String write(InventoryReportRequest content) {
        try {
            ObjectNode fields = json.valueToTree(content);
            // The last release refuses a field that it does not know, and reads reports that do not need it.
            if (content.language().equals(InventoryReportRequest.DUTCH)) {
                fields.remove("language");
            }
            return json.writeValueAsString(fields);
        } catch (JsonProcessingException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    InventoryReportRequest read(String stored) {
        try {
            return json.readerFor(InventoryReportRequest.class)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(stored);
        } catch (JsonProcessingException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
