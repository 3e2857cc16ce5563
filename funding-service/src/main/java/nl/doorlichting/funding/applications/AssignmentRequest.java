package nl.doorlichting.funding.applications;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who handles an application from now on.
 *
 * @param officer subject of the officer, as tokens carry it
 */
@Schema(name = "ApplicationAssignmentRequest")
public record AssignmentRequest(@NotBlank @Size(max = 200) String officer) {}
