package nl.doorlichting.platform.documents;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.inject.Singleton;
import java.util.Map;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.texts.Text;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The limits for all documents of one owner: {@code doorlichting.documents.maximum-count} and {@code
 * doorlichting.documents.maximum-bytes}. The row of the owner is locked, so that of two uploads the second one counts the
 * first.
 */
@Singleton
class DocumentQuota {

    /** A number of documents and their total size. */
    public record Amount(long documents, long bytes) {}

    private final Amount limit;

    DocumentQuota(
            @ConfigProperty(name = "doorlichting.documents.maximum-count") long documents,
            @ConfigProperty(name = "doorlichting.documents.maximum-bytes") MemorySize bytes) {
        limit = new Amount(documents, bytes.asLongValue());
    }

    /** 409 naming both limits and what stands, when the document does not fit beside it. */
    void refuseOver(Amount stored, long bytes) {
        if (stored.documents() + 1 > limit.documents() || stored.bytes() + bytes > limit.bytes()) {
            throw ProblemException.of(
                    ProblemType.DOCUMENT_QUOTA_EXCEEDED,
                    Text.of(
                            "document.quota",
                            stored.documents(),
                            stored.bytes(),
                            limit.documents(),
                            limit.bytes(),
                            bytes),
                    Map.of("limit", limit, "stored", stored));
        }
    }
}
