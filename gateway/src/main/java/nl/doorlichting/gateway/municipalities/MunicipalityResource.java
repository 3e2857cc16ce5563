package nl.doorlichting.gateway.municipalities;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Locale;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.gateway.lists.InMemoryList;
import nl.doorlichting.platform.access.AccessRule;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.lists.ListKeys;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageParameters;
import nl.doorlichting.platform.lists.SortedBy;
import nl.doorlichting.platform.problems.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/municipalities")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Municipalities", description = "The register of municipalities (gemeenten), past and present.")
class MunicipalityResource {
    private static final ListKeys KEYS = InMemoryList.keys("code", "name");

    private final MunicipalityRegister register;

    MunicipalityResource(MunicipalityRegister register) {
        this.register = register;
    }

    @GET
    @Allowed(AccessRule.PUBLIC)
    @Operation(
            summary = "List municipalities",
            description = "All municipalities of the register, those that no longer exist included, with the days"
                    + " on which each code is valid.")
    public Page<MunicipalityResponse> listMunicipalities(
            @Parameter(description = "Only those whose code is in use on this day.", example = "2011-01-01")
                    @QueryParam("validOn")
                    LocalDate validOn,
            @Parameter(description = "Only those of this province, by its code.", example = "PV31")
                    @QueryParam("province")
                    String province,
            @Parameter(description = "Only those whose name begins so; capitals do not matter.") @QueryParam("name")
                    String name,
            @BeanParam @SortedBy(MunicipalityResource.class) PageParameters page) {
        // An unknown province has no municipality.
        var found = register.all().stream()
                .filter(one -> validOn == null || one.isValidOn(validOn))
                .filter(one ->
                        province == null || province.equals(one.province().code()))
                .filter(one -> name == null || lower(one.name()).startsWith(lower(name)))
                .map(one -> MunicipalityResponse.from(one, register))
                .toList();
        return new InMemoryList<>(found, KEYS, MunicipalityResponse::code)
                .sortableBy("name", MunicipalityResponse::nameToSortBy)
                .page(page.toRequest());
    }

    @GET
    @Path("/{code}")
    @Allowed(AccessRule.PUBLIC)
    @Operation(
            summary = "Get one municipality",
            description = "With the days on which the code is valid, its province, and the municipalities into "
                    + "which it went.")
    public MunicipalityResponse getMunicipality(
            @Parameter(description = "CBS code.", example = "GM0988") @PathParam("code") String code) {
        return register.find(code)
                .map(one -> MunicipalityResponse.from(one, register))
                .orElseThrow(ProblemException::notFound);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
