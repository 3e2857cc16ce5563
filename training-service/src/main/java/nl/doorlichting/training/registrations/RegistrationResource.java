package nl.doorlichting.training.registrations;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.idempotency.Idempotent;
import nl.doorlichting.platform.lists.CsvExport;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageParameters;
import nl.doorlichting.platform.lists.SortedBy;
import nl.doorlichting.platform.responses.IfMatch;
import nl.doorlichting.platform.responses.Responses;
import nl.doorlichting.training.TrainingAccess;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/training-sessions/{id}/registrations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Registrations", description = "Sign-ups for training sessions (aanmeldingen) and their queue.")
class RegistrationResource {
    private final RegistrationService registrations;

    RegistrationResource(RegistrationService registrations) {
        this.registrations = registrations;
    }

    static String path(UUID sessionId, UUID id) {
        return "/v1/training-sessions/" + sessionId + "/registrations/" + id;
    }

    @POST
    @Idempotent
    @Allowed(TrainingAccess.WRITE_REGISTRATIONS)
    @Operation(
            summary = "Register for a training session",
            description = "A coordinator registers others by name and e-mail, a professional itself: without an address"
                    + " (the body may be left out) or with the one that the identity provider has verified. Another"
                    + " address is always 403. A registration that a coordinator made for the verified address becomes the"
                    + " person's own, with its place, also without a body. A full session is no error: status WAITLISTED, with the place in the"
                    + " queue. 409 for a second registration of the same person, with its own as existing, and for a"
                    + " session that is past, held or cancelled. The answer repeats neither name nor e-mail.")
    public RestResponse<RegistrationResponse> createRegistration(
            @PathParam("id") UUID id, @RequestBody(required = false) RegistrationRequest request) {
        var created = registrations.register(id, request);
        return Responses.created(path(id, created.id()), created);
    }

    @POST
    @Idempotent
    @Path("/group")
    @Allowed(TrainingAccess.WRITE_TRAININGS)
    @Operation(
            summary = "Register a list of people for a training session",
            description =
                    "Each as one registration would, in the order of the list: with a place, or in the queue. Who is registered"
                            + " already stays so and is told apart by created. 400 if one row is invalid, with the violations of all rows,"
                            + " and 409 where nobody can register: then nobody is registered.")
    @APIResponse(responseCode = "200", description = "What became of each person")
    public RestResponse<RegistrationGroupResponse> createRegistrationGroup(
            @PathParam("id") UUID id, RegistrationGroupRequest request) {
        return RestResponse.ok(registrations.registerGroup(id, request));
    }

    @GET
    @CsvExport
    @Allowed(TrainingAccess.READ_REGISTRATIONS)
    @Operation(
            summary = "List the registrations for a training session",
            description =
                    "In the order in which they were made. A professional sees the own ones, also those that a coordinator"
                            + " made for its verified address. As a table: without names and"
                            + " e-mail addresses.")
    public Page<RegistrationResponse> listRegistrations(
            @PathParam("id") UUID id,
            @QueryParam("status") RegistrationStatus status,
            @BeanParam @SortedBy(value = RegistrationRepository.class, keys = "OF_A_SESSION") PageParameters page) {
        return page.list(request -> registrations.ofSession(id, status, request));
    }

    @GET
    @Path("/{registrationId}")
    @Allowed(TrainingAccess.READ_REGISTRATIONS)
    @Operation(
            summary = "Get one registration",
            description = "A professional sees its own registrations; a coordinator sees all, a trainer those of "
                    + "its own sessions.")
    public RestResponse<RegistrationResponse> getRegistration(
            @PathParam("id") UUID id, @PathParam("registrationId") UUID registrationId) {
        return Responses.found(registrations.get(id, registrationId));
    }

    @PATCH
    @Idempotent
    @Path("/{registrationId}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Allowed(TrainingAccess.WRITE_REGISTRATIONS)
    @Operation(
            summary = "Correct a registration",
            description =
                    "Name, e-mail or profession, until they are erased; a professional changes the address to its"
                            + " own verified one only. 409 to a coordinator for the name and the address of a person who registered"
                            + " with an account, and for the address of a person who is registered. The answer repeats neither name nor e-mail.")
    public RestResponse<RegistrationResponse> updateRegistration(
            @PathParam("id") UUID id,
            @PathParam("registrationId") UUID registrationId,
            @HeaderParam(IfMatch.HEADER) String ifMatch,
            @RequestBodySchema(RegistrationRequest.class) MergePatch patch) {
        return Responses.found(registrations.correct(id, registrationId, ifMatch, patch));
    }

    @POST
    @Idempotent
    @Path("/{registrationId}/cancellation")
    @Allowed(TrainingAccess.WRITE_REGISTRATIONS)
    @Operation(
            summary = "Cancel a registration",
            description = "Until the day of the session. The person who waits longest gets the place.")
    @APIResponse(responseCode = "200", description = "The registration as it is now")
    public RestResponse<RegistrationResponse> cancelRegistration(
            @PathParam("id") UUID id, @PathParam("registrationId") UUID registrationId) {
        return Responses.found(registrations.cancel(id, registrationId));
    }

    @POST
    @Idempotent
    @Path("/{registrationId}/erasure")
    @Allowed(TrainingAccess.WRITE_REGISTRATIONS)
    @Operation(
            summary = "Erase the personal data of a registration",
            description = "For ever, and at any moment; a job does the same after the retention of the training type."
                    + " The registration stays without a person, so that every count stays. A registration for an upcoming"
                    + " session is cancelled, and the person who waits longest gets its place. A second request changes"
                    + " nothing.")
    @APIResponse(responseCode = "200", description = "The registration as it is now")
    public RestResponse<RegistrationResponse> eraseRegistration(
            @PathParam("id") UUID id, @PathParam("registrationId") UUID registrationId) {
        return Responses.found(registrations.erase(id, registrationId));
    }
}
