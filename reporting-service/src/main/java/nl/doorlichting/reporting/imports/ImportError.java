package nl.doorlichting.reporting.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Map;
import java.util.UUID;
import nl.doorlichting.platform.texts.Text;

/** One broken rule of one row. */
@Entity
@Table(name = "import_error")
@IdClass(ImportError.Key.class)
class ImportError {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** The import, and the position of the error in it. */
    record Key(UUID importId, Long position) implements Serializable {}

    @Id
    @Column(name = "import_id")
    private UUID importId;

    @Id
    private Long position;

    private long line;
    private String field;
    private String value;
    private String code;
    private String parameters;
    private String detail;

    // Null for an import of before, whose texts are there in English only.
    @Column(name = "detail_dutch")
    private String detailDutch;

    /** For the persistence provider. */
    protected ImportError() {}

    ImportErrorResponse response() {
        try {
            Map<String, Object> values = MAPPER.readValue(parameters, new TypeReference<>() {});
            return new ImportErrorResponse(
                    line, field, value, code, values, Text.stored(detail, detailDutch == null ? detail : detailDutch));
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException(notOurs);
        }
    }
}
