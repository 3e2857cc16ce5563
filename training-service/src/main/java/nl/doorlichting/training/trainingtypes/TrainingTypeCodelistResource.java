package nl.doorlichting.training.trainingtypes;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import nl.doorlichting.api.codelists.Codelist;
import nl.doorlichting.platform.access.AccessRule;
import nl.doorlichting.platform.access.Allowed;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The only codelist that comes from data. It has the form of the codelists in code. */
@Path("/v1/codelists/training-types")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Training types", description = "Kinds of training (soorten trainingen).")
class TrainingTypeCodelistResource {
    private final TrainingTypeService types;

    TrainingTypeCodelistResource(TrainingTypeService types) {
        this.types = types;
    }

    @GET
    @Allowed(AccessRule.PUBLIC)
    @Operation(
            summary = "Get the codelist of training types",
            description = "Training types are data, so this codelist grows when a coordinator records a type.")
    public Codelist getTrainingTypeCodelist() {
        return types.codelist();
    }
}
