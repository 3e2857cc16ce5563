package nl.doorlichting.training.privacy;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import nl.doorlichting.kernel.access.AccessRule;
import nl.doorlichting.kernel.access.Allowed;
import nl.doorlichting.kernel.web.idempotency.Idempotent;
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

    // A read by POST, for an e-mail address does not belong in a URL; never remembered, so without a key.
    @POST
    @Path("/export")
    @Allowed(AccessRule.HANDLE_PERSONAL_DATA)
    @Operation(
            summary = "Export all that is kept of one person",
            description = "A coordinator names the e-mail address; a professional gets the data of its own"
                    + " registrations, and finds its questions for advice in their list. An unknown address is not told apart from one that was erased. A key is of no"
                    + " use here: the answer is never remembered.")
    @APIResponse(responseCode = "200", description = "All that is kept")
    @APIResponse(responseCode = "403", description = "An e-mail address, from who may ask for its own data only")
    public RestResponse<PersonalDataExportResponse> exportPersonalData(
            @RequestBody(required = false) PersonalDataRequest request) {
        return RestResponse.ResponseBuilder.ok(data.export(request))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @POST
    @Idempotent
    @Path("/erasure")
    @Allowed(AccessRule.HANDLE_PERSONAL_DATA)
    @Operation(
            summary = "Erase all that is kept of one person",
            description = "For ever. The registrations stay without a person, so that every count stays; places and the"
                    + " queue do not change.")
    @APIResponse(responseCode = "200", description = "What was erased")
    @APIResponse(responseCode = "403", description = "An e-mail address, from who may ask for its own data only")
    public RestResponse<PersonalDataErasureResponse> erasePersonalData(
            @RequestBody(required = false) PersonalDataRequest request) {
        return RestResponse.ok(data.erase(request));
    }
}
