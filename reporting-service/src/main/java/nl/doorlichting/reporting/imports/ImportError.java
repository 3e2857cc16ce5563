package nl.doorlichting.reporting.imports;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

/** One broken rule of one row. */
@Entity
@Table(name = "import_error")
@IdClass(ImportError.Key.class)
class ImportError {
    /** The import, and the position of the error in it. */
    record Key(UUID importId, Long position) implements Serializable {}

    @Id
    @Column(name = "import_id")
    UUID importId;

    @Id
    Long position;

    long line;
    String field;
    String value;
    String code;
    String parameters;
    String detail;

    /** For the persistence provider. */
    protected ImportError() {}
}
