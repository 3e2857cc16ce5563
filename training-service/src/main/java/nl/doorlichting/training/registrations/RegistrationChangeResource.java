package nl.doorlichting.training.registrations;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.lists.CsvExport;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageParameters;
import nl.doorlichting.platform.lists.SortedBy;
import nl.doorlichting.training.TrainingAccess;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/registration-changes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Registrations", description = "Sign-ups for training sessions (aanmeldingen) and their queue.")
class RegistrationChangeResource {
    private final RegistrationService registrations;

    RegistrationChangeResource(RegistrationService registrations) {
        this.registrations = registrations;
    }

    @GET
    @CsvExport
    @Allowed(TrainingAccess.READ_TRAININGS)
    @Operation(
            summary = "List what changed for registered people",
            description =
                    "Of all sessions, the oldest first: who registered, who got a place after waiting, who cancelled, and whose"
                            + " session was cancelled, moved to another day, time or place, or withdrawn, so that somebody or a mailer can tell them. A change appears once its transaction"
                            + " ends, a little after its moment: a mailer asks from a minute before the last one that it has, and leaves out"
                            + " the ids that it has.")
    public Page<RegistrationChangeResponse> listRegistrationChanges(
            @Parameter(description = "Changes at this moment and later, UTC.", example = "2026-09-01T12:00:00Z")
                    @QueryParam("since")
                    Instant since,
            @Parameter(description = "Id of the session; all sessions when absent.") @QueryParam("sessionId")
                    UUID sessionId,
            @QueryParam("kind") RegistrationChangeKind kind,
            @BeanParam @SortedBy(value = RegistrationRepository.class, keys = "OF_CHANGES") PageParameters page) {
        var filter = new Filter().equal("sessionId", sessionId).equal("kind", kind);
        if (since != null) {
            filter.where("e.changedAt >= :since", "since", since);
        }
        return page.list(request -> registrations.changes(filter, request));
    }
}
