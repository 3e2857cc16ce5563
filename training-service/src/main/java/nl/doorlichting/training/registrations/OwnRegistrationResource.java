package nl.doorlichting.training.registrations;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.lists.CsvExport;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageParameters;
import nl.doorlichting.platform.lists.SortedBy;
import nl.doorlichting.training.TrainingAccess;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/registrations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Registrations", description = "Sign-ups for training sessions (aanmeldingen) and their queue.")
class OwnRegistrationResource {
    private final RegistrationService registrations;

    OwnRegistrationResource(RegistrationService registrations) {
        this.registrations = registrations;
    }

    @GET
    @CsvExport
    @Allowed(TrainingAccess.READ_OWN_REGISTRATIONS)
    @Operation(
            summary = "List the caller's own registrations",
            description =
                    "Of all sessions, the newest first: those of the account, and those that a coordinator made for the"
                            + " verified address of the token. They stay after the session was held, cancelled or withdrawn, with the"
                            + " reason, the place in the queue and the attendance, until they are erased.")
    public Page<RegistrationResponse> listOwnRegistrations(
            @QueryParam("status") RegistrationStatus status,
            @BeanParam @SortedBy(value = RegistrationRepository.class, keys = "OF_A_PERSON") PageParameters page) {
        return page.list(request -> registrations.own(status, request));
    }
}
