package nl.doorlichting.reporting.audit;

import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import nl.doorlichting.platform.access.AccessRule;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.audit.AuditEventResponse;
import nl.doorlichting.platform.audit.AuditParameters;
import nl.doorlichting.platform.audit.AuditService;
import nl.doorlichting.platform.audit.AuditVerification;
import nl.doorlichting.platform.lists.CsvExport;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageParameters;
import nl.doorlichting.platform.lists.SortedBy;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit trail", description = AuditParameters.TRAIL)
class AuditResource {
    private static final String VERIFICATION = "/reporting-audit-verification";

    private final AuditService audit;

    AuditResource(AuditService audit) {
        this.audit = audit;
    }

    @GET
    @Path("/reporting-audit-events")
    @CsvExport
    @Allowed(AccessRule.READ_AUDIT)
    @Operation(summary = "List what was done and tried at the reporting service", description = AuditParameters.LIST)
    public Page<AuditEventResponse> listReportingAuditEvents(
            @BeanParam AuditParameters parameters, @BeanParam @SortedBy(AuditService.class) PageParameters page) {
        return page.list(request -> audit.page(parameters, request));
    }

    @GET
    @Path(VERIFICATION)
    @Allowed(AccessRule.READ_AUDIT)
    @Operation(summary = "Verify the audit trail of the reporting service", description = AuditParameters.VERIFICATION)
    public AuditVerification verifyReportingAuditTrail(
            @Parameter(description = AuditParameters.AFTER_SEAL, example = "1280") @QueryParam("afterSeal") @Min(0)
                    Integer afterSeal) {
        return audit.verify(afterSeal == null ? 0 : afterSeal, "/v1" + VERIFICATION);
    }
}
