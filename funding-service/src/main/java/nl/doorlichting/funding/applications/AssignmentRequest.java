package nl.doorlichting.funding.applications;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who handles an application from now on.
 *
 * @param officer subject of the token of the officer that handles it from now on: one that handled an
 *     application or recorded an award before, or the caller
 */
@Schema(name = "ApplicationAssignmentRequest")
public record AssignmentRequest(@NotBlank @Size(max = 200) String officer) {}
