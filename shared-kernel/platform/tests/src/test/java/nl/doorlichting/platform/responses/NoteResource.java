package nl.doorlichting.platform.responses;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import nl.doorlichting.platform.access.AccessRule;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.documents.Attachment;
import nl.doorlichting.platform.documents.StreamedFile;
import org.jboss.resteasy.reactive.RestResponse;

/** A test resource that shows a record, alone and with a count of others, a public list, and files. */
@Path("/v1/notes")
@Produces(MediaType.APPLICATION_JSON)
public class NoteResource {
    static final AtomicInteger READERS = new AtomicInteger();

    record NoteResponse(String text, String etag) implements HasEtag {
        @Override
        public List<String> allowedActions() {
            return List.of();
        }
    }

    record ReadNoteResponse(String text, int readers, String etag) implements HasEtag {
        @Override
        public List<String> allowedActions() {
            return List.of();
        }

        @Override
        public Object changingWithinVersion() {
            return this;
        }
    }

    @GET
    @Allowed(AccessRule.PUBLIC)
    public List<String> listNotes() {
        return List.of("a", String.valueOf(READERS));
    }

    @GET
    @Path("/alone")
    @Allowed(AccessRule.READ_AUDIT)
    public RestResponse<NoteResponse> getNote() {
        return Responses.found(new NoteResponse("a", "\"1\""));
    }

    @GET
    @Path("/read")
    @Allowed(AccessRule.READ_AUDIT)
    public RestResponse<ReadNoteResponse> getReadNote() {
        return Responses.found(new ReadNoteResponse("a", READERS.get(), "\"1\""));
    }

    @GET
    @Path("/file")
    @Produces("text/plain")
    @Allowed(AccessRule.PUBLIC)
    public Attachment getNoteFile() {
        return new Attachment("a.txt", "text/plain", 3, "abc", at -> at == 0 ? one() : Optional.empty());
    }

    @GET
    @Path("/stream")
    @Produces("text/csv")
    @Allowed(AccessRule.PUBLIC)
    public StreamedFile getNoteStream() {
        return new StreamedFile(
                "a.csv", "text/csv", "\"s\"", body -> body.write("a,b".getBytes(StandardCharsets.UTF_8)));
    }

    private static Optional<byte[]> one() {
        return Optional.of("abc".getBytes(StandardCharsets.UTF_8));
    }
}
