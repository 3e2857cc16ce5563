package nl.doorlichting.training.privacy;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import nl.doorlichting.platform.access.AccessRule;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.idempotency.Idempotent;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/personal-data")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(
        name = "Personal data",
        description = "What is kept of one person (persoonsgegevens), to see it or have it erased.")
class PersonalDataResource {
    private final PersonalDataService data;

    PersonalDataResource(PersonalDataService data) {
        this.data = data;
    }

    // A read by POST, because an e-mail address does not belong in a URL. The answer is not stored, so there is no key.
    @POST
    @Path("/export")
    @Allowed(AccessRule.ANY_CALLER)
    @Operation(
            summary = "Export all that is kept of one person",
            description = "For every caller of its own: registrations under its account, those that a coordinator made"
                    + " for its verified address, its questions for advice, its record and sessions as a trainer. A"
                    + " coordinator names another by one of email, subject and name. The answers for an unknown and"
                    + " for an erased person are the same. A key has no effect: the answer is never stored.")
    @APIResponse(responseCode = "200", description = "All that is kept")
    @APIResponse(responseCode = "403", description = "Another person, for a caller that may request its own data only")
    public RestResponse<PersonalDataExportResponse> exportPersonalData(
            @RequestBody(required = false) PersonalDataRequest request) {
        return RestResponse.ResponseBuilder.ok(data.export(request))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @POST
    @Idempotent
    @Path("/erasure")
    @Allowed(AccessRule.ANY_CALLER)
    @Operation(
            summary = "Erase all that is kept of one person",
            description =
                    "For ever, for all that an export gives. The records stay without a person, so that every count"
                            + " stays. A registration for an upcoming session is cancelled, and the person who waits longest gets"
                            + " its place. A trainer does not see its sessions any more.")
    @APIResponse(responseCode = "200", description = "What was erased")
    @APIResponse(responseCode = "403", description = "Another person, for a caller that may request its own data only")
    public RestResponse<PersonalDataErasureResponse> erasePersonalData(
            @RequestBody(required = false) PersonalDataRequest request) {
        return RestResponse.ok(data.erase(request));
    }
}
