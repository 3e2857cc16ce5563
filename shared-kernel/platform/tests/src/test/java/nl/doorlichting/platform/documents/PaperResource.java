package nl.doorlichting.platform.documents;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import nl.doorlichting.platform.access.AccessRule;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.edge.ThingResource;
import nl.doorlichting.platform.problems.ProblemException;

/** A test resource that accepts documents and returns their metadata. */
@Path("/v1/papers/1/documents")
public class PaperResource {
    private static final int PART = 1_000_000;

    record PaperRequest(@NotBlank @Size(max = 10) String title, ThingResource.Colour colour) {}

    /** The only document has two parts, of which the second cannot be read. */
    @GET
    @Path("/{name}")
    @Produces(MediaType.TEXT_PLAIN)
    @Allowed(AccessRule.PUBLIC)
    public Attachment getDocument(@PathParam("name") String name) {
        if (!name.equals("broken")) {
            throw ProblemException.notFound();
        }
        return new Attachment("broken.txt", "text/plain", 2L * PART, "x", position -> {
            if (position > 0) {
                throw new IllegalStateException("cannot be read");
            }
            return Optional.of(new byte[PART]);
        });
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Allowed(AccessRule.READ_AUDIT)
    public Map<String, Object> createPaper(DocumentUpload<PaperRequest> upload) throws IOException {
        return Map.of(
                "title", upload.metadata().title(),
                "fileName", upload.fileName(),
                "format", upload.format(),
                "bytes", upload.bytes(),
                "sha256", upload.sha256(),
                "stored", Files.size(upload.content()));
    }
}
